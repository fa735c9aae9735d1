import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { dialectOf, shownUrl } from './database-url.ts'
import { projectRoot, secretFile } from './paths.ts'

/** What Rapporteur takes from its environment. */
export type Env = z.infer<typeof Env>

const Env = z.object({
  DATABASE_URL: z.string().refine(isDatabaseUrl).default('file:./data/rapporteur.db'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** Whether /gallery shows every item type in production too. */
  GALLERY: z.enum(['on', 'off']).default('off'),
  /** Where people reach this, for links in e-mails and for providers to send them back to. */
  SITE_URL: z.string().refine(isOrigin).optional(),
  /** Whether what a proxy in front says of a request is believed: X-Forwarded-Proto, -Host and -For. */
  TRUST_PROXY: z.enum(['on', 'off']).default('off'),
  SMTP_URL: z.string().refine(isSmtpUrl).optional(),
  MAIL_FROM: z.string().includes('@').optional(),
  OIDC_ISSUER: z.string().refine(isWebUrl).optional(),
  OIDC_ID: z.string().optional(),
  OIDC_SECRET: z.string().optional(),
  /** What the button says: Sign in with … */
  OIDC_NAME: z.string().max(40).optional(),
  GOOGLE_ID: z.string().optional(),
  GOOGLE_SECRET: z.string().optional(),
  ENTRA_TENANT: z.string().optional(),
  ENTRA_ID: z.string().optional(),
  ENTRA_SECRET: z.string().optional(),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  /** After so many months without any activity, what is kept of a guest is deleted. */
  GUEST_MONTHS: z.union([z.literal('off'), z.coerce.number().int().min(1).max(1200)]).default(24),
})

/** Either all of these are set or none. */
const groups: readonly (readonly (keyof Env)[])[] = [
  ['SMTP_URL', 'MAIL_FROM', 'SITE_URL'],
  ['OIDC_ISSUER', 'OIDC_ID', 'OIDC_SECRET', 'OIDC_NAME', 'SITE_URL'],
  ['GOOGLE_ID', 'GOOGLE_SECRET', 'SITE_URL'],
  ['ENTRA_TENANT', 'ENTRA_ID', 'ENTRA_SECRET', 'SITE_URL'],
  ['GITHUB_ID', 'GITHUB_SECRET', 'SITE_URL'],
]

const asIs = (value: string) => value
const hidden = () => 'something else'
/** Any text will do, so that nothing about it can be wrong. */
const anyText = { expected: 'a text', found: hidden, remedy: 'correct it, or unset it' }

/** For each variable: what it should be, what may be shown of what it is, and what to do. */
const explanations: Record<keyof Env, { expected: string; found: (value: string) => string; remedy: string }> = {
  DATABASE_URL: {
    expected: 'file:PATH or postgresql://USER:PASSWORD@HOST/DATABASE',
    found: shownUrl,
    remedy: 'correct it, or unset it to use data/rapporteur.db',
  },
  PORT: {
    expected: 'a number from 1 to 65535',
    found: asIs,
    remedy: 'correct it, or unset it to use 3000',
  },
  NODE_ENV: {
    expected: 'development, production or test',
    found: asIs,
    remedy: 'correct it, or unset it',
  },
  GALLERY: {
    expected: 'on or off',
    found: asIs,
    remedy: 'correct it, or unset it to leave it off',
  },
  SITE_URL: {
    expected: 'an address without a path, such as https://learn.school.example',
    found: asIs,
    remedy: 'correct it, or unset it if neither e-mail nor a provider is set up',
  },
  TRUST_PROXY: {
    expected: 'on or off',
    found: asIs,
    remedy: 'correct it, or unset it to leave it off',
  },
  SMTP_URL: {
    expected: 'smtp://USER:PASSWORD@HOST:PORT or smtps://USER:PASSWORD@HOST:PORT',
    found: shownUrl,
    remedy: 'correct it, or unset it to send no e-mail',
  },
  MAIL_FROM: {
    expected: 'an e-mail address, alone or as in Rapporteur <learn@school.example>',
    found: asIs,
    remedy: 'correct it, or unset it and SMTP_URL to send no e-mail',
  },
  OIDC_ISSUER: {
    expected: 'the https:// address of an OpenID Connect provider',
    found: shownUrl,
    remedy: 'correct it, or unset all that begins with OIDC_',
  },
  OIDC_ID: anyText,
  OIDC_SECRET: anyText,
  OIDC_NAME: { expected: 'at most 40 characters', found: asIs, remedy: 'shorten it' },
  GOOGLE_ID: anyText,
  GOOGLE_SECRET: anyText,
  ENTRA_TENANT: anyText,
  ENTRA_ID: anyText,
  ENTRA_SECRET: anyText,
  GITHUB_ID: anyText,
  GITHUB_SECRET: anyText,
  GUEST_MONTHS: {
    expected: 'a number of months from 1 to 1200, or off',
    found: asIs,
    remedy: 'correct it, or unset it to use 24',
  },
}

/**
 * Checks the environment. A variable set to nothing counts as unset.
 *
 * @throws Error naming in one sentence the first variable that is wrong, what is expected and found, and the remedy
 */
export function readEnv(variables: Variables): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = Env.safeParse(given)
  if (result.success) return whole(result.data)

  const name = result.error.issues[0]?.path[0] as keyof Env
  const { expected, found, remedy } = explanations[name]
  throw new Error(`${name} must be ${expected}, but is ${found(given[name] ?? '')}: ${remedy}.`)
}

/** @throws Error naming what is missing of a group that is set in part */
function whole(env: Env): Env {
  for (const group of groups) {
    // The address alone sets nothing up.
    const set = group.filter((name) => name !== 'SITE_URL' && env[name] !== undefined)
    const missing = group.find((name) => env[name] === undefined)
    if (set.length > 0 && missing !== undefined) {
      throw new Error(
        `${missing} must be set where ${set.join(', ')} ${set.length === 1 ? 'is' : 'are'}, but is not: set it to ${explanations[missing].expected}, or unset ${set.length === 1 ? 'the other' : 'the others'}.`,
      )
    }
  }
  return env
}

/**
 * The secret that signs sessions: AUTH_SECRET or, where that is unset, what `npm start` has stored in data/secret.
 *
 * @throws Error saying in one sentence what is wrong, without the secret, and the remedy
 */
export function readSecret(variables: Variables, stored: string | undefined): string {
  const [name, value] = variables.AUTH_SECRET ? ['AUTH_SECRET', variables.AUTH_SECRET] : ['data/secret', stored ?? '']
  if (value.length >= 32) return value
  throw new Error(
    `${name} must hold at least 32 characters, but holds ${value.length}: set AUTH_SECRET to more, or unset it, remove data/secret and run npm start, which makes one.`,
  )
}

type Variables = Record<string, string | undefined>

/** The environment of this process, checked once. The secret is looked for only when asked for: few scripts need it. */
export function env(): Env & { readonly AUTH_SECRET: string } {
  cached ??= {
    ...readEnv(variables()),
    get AUTH_SECRET() {
      secret ??= readSecret(process.env, existsSync(secretFile) ? readFileSync(secretFile, 'utf8').trim() : undefined)
      return secret
    },
  }
  return cached
}

let cached: ReturnType<typeof env> | undefined
let secret: string | undefined

/** Like Next, takes what is unset from a file `.env`, so that the scripts and the server see the same. */
function variables(): Variables {
  const dotenv = path.join(projectRoot, '.env')
  if (existsSync(dotenv)) process.loadEnvFile(dotenv)
  return process.env
}

function isDatabaseUrl(value: string): boolean {
  switch (dialectOf(value)) {
    case 'sqlite':
      return /^file:[^?#]+$/.test(value)
    case 'postgresql':
      return URL.canParse(value)
    default:
      return false
  }
}

function isSmtpUrl(value: string): boolean {
  return /^smtps?:\/\//.test(value) && URL.canParse(value)
}

function isWebUrl(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value)
}

function isOrigin(value: string): boolean {
  return isWebUrl(value) && new URL(value).href === `${new URL(value).origin}/`
}
