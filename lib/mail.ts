import { createTransport, type Transporter } from 'nodemailer'
import type SMTPTransport from 'nodemailer/lib/smtp-transport'
import { env } from './env.ts'

/** A plain e-mail to one person. */
export interface Mail {
  to: string
  subject: string
  text: string
}

let transport: Transporter<SMTPTransport.SentMessageInfo> | undefined

/** Longer than this no server takes to say that it is there, in milliseconds. */
const longestGreeting = { connectionTimeout: 4_000, greetingTimeout: 4_000 }

/**
 * Hands an e-mail to the server of SMTP_URL, and returns what that answered.
 *
 * @throws when that is unset, or the server does not take it
 */
export async function sendMail({ to, subject, text }: Mail): Promise<string> {
  const { SMTP_URL, MAIL_FROM } = env()
  if (SMTP_URL === undefined || MAIL_FROM === undefined) throw new Error('SMTP_URL and MAIL_FROM are not set.')
  transport ??= createTransport({ url: SMTP_URL, ...longestGreeting })
  // As an object, the address is taken for one, whatever commas or brackets it holds.
  const { response } = await transport.sendMail({ from: MAIL_FROM, to: { name: '', address: to }, subject, text })
  return response
}
