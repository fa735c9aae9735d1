import { AdministrationFrame } from './administration-frame.tsx'
import type { PersonPage } from './loaders.ts'
import { PersonActs } from './person-acts.tsx'
import { FactList, Section } from './section.tsx'

/** Somebody's account, and what can be done about it. Nothing of what they have learned. */
export function PersonView(page: PersonPage) {
  const { person, isSelf } = page
  const { name, email, isEmailVerified, createdOn, lastSeenOn, browsers, classes, hasTwoSteps, isAdministrator } =
    person
  return (
    <AdministrationFrame part="people" title={isSelf ? `${name} (you)` : name}>
      <FactList
        facts={[
          { name: 'E-mail address', text: email },
          { name: 'Address confirmed', text: isEmailVerified ? 'yes' : 'no' },
          { name: 'Account made on', text: createdOn },
          { name: 'Last seen on', text: lastSeenOn ?? 'never' },
          { name: 'Browsers signed in', text: browsers },
          { name: 'Classes', text: classes },
          { name: 'Two-step sign-in', text: hasTwoSteps ? 'on' : 'off' },
          { name: 'Administrator', text: isAdministrator ? 'yes' : 'no' },
        ]}
      />
      <Section id="acts" title="What can be done">
        <PersonActs {...page} />
      </Section>
    </AdministrationFrame>
  )
}
