import { createTransport, type Transporter } from 'nodemailer'
import { env } from './env.ts'

/** A plain e-mail to one person. */
export interface Mail {
  to: string
  subject: string
  text: string
}

let transport: Transporter | undefined

/**
 * Hands an e-mail to the server of SMTP_URL.
 *
 * @throws when that is unset, or the server does not take it
 */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env()
  if (SMTP_URL === undefined || MAIL_FROM === undefined) throw new Error('SMTP_URL and MAIL_FROM are not set.')
  transport ??= createTransport(SMTP_URL)
  // As an object, the address is taken for one, whatever commas or brackets it holds.
  await transport.sendMail({ from: MAIL_FROM, to: { name: '', address: to }, subject, text })
}
