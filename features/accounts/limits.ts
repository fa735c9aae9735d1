import { createHmac } from 'node:crypto'

/** What may be done only so often, and by whom it is counted. */
export interface Limit {
  name: string
  /** So often… */
  times: number
  /** …within so long, counted from the first time. */
  seconds: number
  countedBy: 'learner' | 'address' | 'account' | 'e-mail'
  /**
   * So many at once are taken from the database, and used up by this server from memory. More than one where it is done
   * often, and a few more or less do not matter.
   */
  atOnce: number
  /** What is told to whoever has done it too often. */
  message: string
}

const minute = 60
const hour = 60 * minute

/** Writes of a learner. A fast one makes one a second; a queue from a day without network brings hundreds at once. */
const writing = {
  times: 1200,
  seconds: minute,
  countedBy: 'learner',
  atOnce: 20,
  message: 'That was very much at once. What is not saved yet is sent again by itself in a moment.',
} as const

const inAMoment = 'This was tried too often. Wait a while, then try again.'

/** Everything that is limited. */
export const limits = {
  answers: { name: 'answers', ...writing },
  reviews: { name: 'reviews', ...writing },
  /** A school may have all its pupils behind one address. */
  learners: {
    name: 'learners',
    times: 1000,
    seconds: hour,
    countedBy: 'address',
    atOnce: 1,
    message: 'Many have begun here from the same place within an hour. Wait a while, then try again.',
  },
  flags: {
    name: 'flags',
    times: 60,
    seconds: hour,
    countedBy: 'learner',
    atOnce: 1,
    message: 'You have told us of many questions within an hour. Keep the rest for later, please.',
  },
  /** Fitting a schedule to somebody's reviews takes the server a while. */
  fitting: {
    name: 'fitting',
    times: 10,
    seconds: hour,
    countedBy: 'learner',
    atOnce: 1,
    message: 'This was computed several times within an hour. Wait a while, then try again.',
  },
  export: {
    name: 'export',
    times: 20,
    seconds: hour,
    countedBy: 'learner',
    atOnce: 1,
    message: 'Your data was downloaded many times within an hour. Wait a while, then try again.',
  },
  /** Trying a password. */
  password: {
    name: 'password',
    times: 10,
    seconds: 15 * minute,
    countedBy: 'e-mail',
    atOnce: 1,
    message: 'There were too many tries to sign in to this account. Wait a quarter of an hour, then try again.',
  },
  /** Trying any passwords, codes or links, whosever they are. */
  signIns: { name: 'sign-ins', times: 300, seconds: 15 * minute, countedBy: 'address', atOnce: 1, message: inAMoment },
  /** Trying the code of an app, or one for an emergency. */
  code: { name: 'code', times: 10, seconds: 15 * minute, countedBy: 'account', atOnce: 1, message: inAMoment },
  signUps: { name: 'sign-ups', times: 300, seconds: hour, countedBy: 'address', atOnce: 1, message: inAMoment },
  'sign-up': { name: 'sign-up', times: 10, seconds: hour, countedBy: 'e-mail', atOnce: 1, message: inAMoment },
  /** Asking for an e-mail, such as one that resets a password. */
  mail: {
    name: 'mail',
    times: 5,
    seconds: hour,
    countedBy: 'e-mail',
    atOnce: 1,
    message: 'Several e-mails were sent to this address within an hour. Look for them, or wait a while.',
  },
  /** Giving one's password for what is done to others: often enough for a whole class that has forgotten theirs. */
  administering: {
    name: 'administering',
    times: 60,
    seconds: 15 * minute,
    countedBy: 'account',
    atOnce: 1,
    message: inAMoment,
  },
  classes: {
    name: 'classes',
    times: 60,
    seconds: hour,
    countedBy: 'account',
    atOnce: 1,
    message: 'You have made many classes within an hour. Wait a while, then make the next.',
  },
  /** Reading the whole database takes the server a while. */
  backup: {
    name: 'backup',
    times: 6,
    seconds: hour,
    countedBy: 'account',
    atOnce: 1,
    message: 'Several backups were made within an hour. Wait a while, then try again, or use npm run db:backup.',
  },
  /** Trying the code of a class. */
  joining: { name: 'joining', times: 30, seconds: hour, countedBy: 'learner', atOnce: 1, message: inAMoment },
  /** Inviting lists of people to a class, each of whom gets an e-mail. */
  inviting: {
    name: 'inviting',
    times: 10,
    seconds: 24 * hour,
    countedBy: 'account',
    atOnce: 1,
    message: 'Ten lists were invited within a day. Go on tomorrow, or give the others the code of the class.',
  },
  /** Trying the password of an assignment. */
  'assignment-passwords': {
    name: 'assignment-passwords',
    times: 10,
    seconds: 15 * minute,
    countedBy: 'learner',
    atOnce: 1,
    message:
      'There were too many tries with this password. Ask your teacher for it, wait a quarter of an hour, then try again.',
  },
  /** Looking what the code of a class leads to, before having an account. */
  codesSeen: { name: 'codes-seen', times: 1000, seconds: hour, countedBy: 'address', atOnce: 1, message: inAMoment },
} satisfies Record<string, Limit>

/** Where nobody can say which address a request came from, all are counted together, as so many addresses. */
export const addressesTogether = 20

/** The key under which somebody's doing is counted: it is the same every time, and tells nobody who it is. */
export function limitKey(limit: Limit, somebody: string, secret: string): string {
  return createHmac('sha256', secret).update(`${limit.name}\n${somebody}`).digest('base64url')
}
