import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { SMTPServer } from 'smtp-server'

/** A mail server on this machine that takes every e-mail and keeps it. */
export interface MailServer {
  url: string
  /** The latest e-mail to an address, once it has come. */
  lastTo(address: string): Promise<string>
  /** How many have come to an address. */
  countTo(address: string): number
  stop(): Promise<void>
}

/** Starts a mail server that speaks SMTP, as a school's would. */
export async function startMailServer(): Promise<MailServer> {
  const mails: { to: string[]; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address.toLowerCase())
        mails.push({ to, text: withoutQuotedPrintable(Buffer.concat(chunks).toString('utf8')) })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const to = (address: string) => mails.filter((mail) => mail.to.includes(address.toLowerCase()))
  return {
    url: `smtp://127.0.0.1:${port}`,
    countTo: (address) => to(address).length,
    async lastTo(address) {
      for (const end = Date.now() + 10_000; Date.now() < end; ) {
        const last = to(address).at(-1)
        if (last !== undefined) return last.text
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error(`no e-mail has come to ${address}`)
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The link in an e-mail to a page. */
export function linkIn(mail: string, path: string): string {
  const link = mail.match(new RegExp(`https?://\\S+${path}#\\S+`))?.[0]
  if (link === undefined) throw new Error(`no link to ${path} in the e-mail:\n${mail}`)
  return link
}

/** Long lines of an e-mail are broken, and some signs spelt out. */
function withoutQuotedPrintable(mail: string): string {
  if (!/quoted-printable/i.test(mail)) return mail
  return mail
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** An OpenID Connect provider on this machine, at which everybody may sign in under any name. */
export interface IdentityProvider {
  issuer: string
  client: { id: string; secret: string }
  stop(): Promise<void>
}

/** Starts a provider that sends people back to a site. Whoever signs in as NAME has NAME@school.example, verified. */
export async function startIdentityProvider(siteUrl: string): Promise<IdentityProvider> {
  const client = { id: 'rapporteur', secret: 'the secret of a client in tests' }
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${siteUrl}/api/auth/callback/oidc`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: id, email: `${id}@school.example`, email_verified: true }),
    }),
  })
  server.on('request', provider.callback())
  return {
    issuer,
    client,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
