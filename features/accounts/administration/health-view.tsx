import { Notice } from '@/components/notice.tsx'
import { AdministrationFrame } from './administration-frame.tsx'
import { BackupButton } from './backup-button.tsx'
import { bytesText, isTight, stretchText } from './health-text.ts'
import type { Health } from './loaders.ts'
import { MailTrial } from './mail-trial.tsx'
import { FactList, Section } from './section.tsx'

/** How the site is, and what keeps it so. */
export function HealthView({ health }: { health: Health }) {
  const { version, node, upSeconds, database, disk, rows, hasMail, ownEmail, hasPassword, lastBackupOn } = health
  const { kind, ms, bytes, migrations, latestMigration, unfinishedMigrations } = database
  return (
    <AdministrationFrame part="site" title="Administration" lead="How this site is. Nobody’s answers are shown here.">
      {unfinishedMigrations.length > 0 && (
        <Notice tone="problem">
          {unfinishedMigrations.join(', ')} began to change the database and did not end. Restore a backup, or mend it
          by hand, before anything else.
        </Notice>
      )}
      {disk !== null && isTight(disk) && (
        <Notice tone="problem">
          Only {bytesText(disk.free)} are left on the disk of the database. Make room soon: once it is full, nothing is
          kept any more.
        </Notice>
      )}
      <Section id="health" title="Health">
        <FactList
          facts={[
            { name: 'Version', text: version },
            { name: 'Node.js', text: node },
            { name: 'Running for', text: stretchText(upSeconds) },
            { name: 'Database', text: `${kind}, answers in ${ms < 1 ? 'less than 1' : Math.round(ms)} ms` },
            {
              name: 'Migrations',
              text: latestMigration === null ? 'none' : `${migrations}, the latest ${latestMigration}`,
            },
            { name: 'Size of the database', text: bytesText(bytes) },
            ...(disk === null
              ? []
              : [{ name: 'Free on its disk', text: `${bytesText(disk.free)} of ${bytesText(disk.total)}` }]),
            {
              name: 'E-mail',
              text: hasMail ? 'set up' : 'not set up: set SMTP_URL, MAIL_FROM and SITE_URL to send any',
            },
            { name: 'Last backup', text: lastBackupOn ?? 'none yet' },
          ]}
        />
      </Section>
      <Section id="rows" title="How much there is">
        <FactList facts={rows.map(({ title, count }) => ({ name: title, text: count.toLocaleString('en-GB') }))} />
      </Section>
      <Section id="backup" title="Backup">
        <p>
          A backup holds everything at one moment, in one file: also the addresses of people and the prints of their
          passwords. Keep it where only you can read it. <code>npm run db:restore</code> writes it to an empty database.
        </p>
        <BackupButton hasPassword={hasPassword} />
      </Section>
      {hasMail && (
        <Section id="mail" title="E-mail">
          <MailTrial email={ownEmail} />
        </Section>
      )}
    </AdministrationFrame>
  )
}
