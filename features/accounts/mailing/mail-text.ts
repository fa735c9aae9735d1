/** What an e-mail says, apart from whom it goes to. */
export interface MailText {
  subject: string
  text: string
}

/** What an e-mail is for. */
export type Letter =
  | { kind: 'sign-up'; link: string; minutes: number }
  /** To whoever asked for an account and has one. */
  | { kind: 'has-account'; signIn: string; forgot: string }
  | { kind: 'sign-in'; link: string; minutes: number }
  | { kind: 'reset'; link: string; minutes: number }
  | { kind: 'verify'; link: string; minutes: number; name: string }
  | { kind: 'password-changed'; forgot: string }
  /** By whoever runs the site. */
  | { kind: 'two-steps-ended'; account: string }
  /** Whether e-mail is sent, from whoever runs the site to themselves. */
  | { kind: 'trial' }
  /** To the address that the account had. */
  | { kind: 'email-changed'; forgot: string }
  | { kind: 'invitation'; className: string; teacher: string; classes: string }

/** Writes an e-mail. It says what will happen, and what to do for whoever did not ask for it. */
export function mailText(letter: Letter): MailText {
  switch (letter.kind) {
    case 'sign-up':
      return {
        subject: 'Your Rapporteur account',
        text: paragraphs(
          'To make your account at Rapporteur, open this page and choose a password:',
          letter.link,
          goodFor(letter.minutes),
          'If you did not ask for this, do nothing: there will be no account.',
        ),
      }
    case 'has-account':
      return {
        subject: 'You have a Rapporteur account already',
        text: paragraphs(
          'Somebody, most likely you, asked for an account at Rapporteur with this address. You have one already.',
          `Sign in: ${letter.signIn}`,
          `If you have forgotten your password: ${letter.forgot}`,
          'If you did not ask for this, do nothing.',
        ),
      }
    case 'sign-in':
      return {
        subject: 'Sign in to Rapporteur',
        text: paragraphs(
          'To sign in to Rapporteur, open this page and press its button:',
          letter.link,
          goodFor(letter.minutes),
          'If you did not ask for this, do nothing: without the link nobody gets in.',
        ),
      }
    case 'reset':
      return {
        subject: 'A new password for Rapporteur',
        text: paragraphs(
          'To choose a new password for your Rapporteur account, open this page:',
          letter.link,
          goodFor(letter.minutes),
          'If you did not ask for this, do nothing: your password stays as it is.',
        ),
      }
    case 'verify':
      return {
        subject: 'Is this your address?',
        text: paragraphs(
          `The Rapporteur account of ${letter.name} gives this address. If it is yours, open this page while you are signed in and confirm it:`,
          letter.link,
          goodFor(letter.minutes),
          'If it is not, do nothing.',
        ),
      }
    case 'email-changed':
      return {
        subject: 'The address of your Rapporteur account is to change',
        text: paragraphs(
          'Somebody who knows your password, most likely you, has given your Rapporteur account another address.',
          `If that was not you, choose a new password at once: ${letter.forgot}`,
        ),
      }
    case 'invitation':
      return {
        subject: `An invitation to ${oneLine(letter.className)}`,
        text: paragraphs(
          `${oneLine(letter.teacher)} invites you to the class “${oneLine(letter.className)}” at Rapporteur, where the Responsibility to Protect is learned from the record.`,
          'To join, sign in with this address, or make an account with it, and open:',
          letter.classes,
          'The invitation holds for two months. If you don’t know who sent it, do nothing.',
        ),
      }
    case 'two-steps-ended':
      return {
        subject: 'Two-step sign-in of your Rapporteur account was turned off',
        text: paragraphs(
          'An administrator of Rapporteur has turned off two-step sign-in for your account: signing in asks for no code any more.',
          `If you did not ask for this, tell them. You can turn it on again here: ${letter.account}`,
        ),
      }
    case 'trial':
      return {
        subject: 'Rapporteur can send e-mail',
        text: paragraphs('You asked whether Rapporteur can send e-mail. It can: this is one.'),
      }
    case 'password-changed':
      return {
        subject: 'Your Rapporteur password was changed',
        text: paragraphs(
          'The password of your Rapporteur account was changed just now, and all other browsers were signed out.',
          `If that was not you, choose a new one at once: ${letter.forgot}`,
        ),
      }
  }
}

/** What somebody else typed, without breaks that would look like our own words. */
function oneLine(typed: string): string {
  return typed.replace(/\s+/g, ' ').trim()
}

function goodFor(minutes: number): string {
  const time = minutes >= 120 ? `${minutes / 60} hours` : minutes === 60 ? 'one hour' : `${minutes} minutes`
  return `The link works once, within ${time}.`
}

function paragraphs(...texts: string[]): string {
  return `${texts.join('\n\n')}\n`
}
