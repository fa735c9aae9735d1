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
})

/** For each variable: what it should be, what may be shown of what it is, and what to do. */
const explanations: Record<keyof Env, { expected: string; found: (value: string) => string; remedy: string }> = {
  DATABASE_URL: {
    expected: 'file:PATH or postgresql://USER:PASSWORD@HOST/DATABASE',
    found: shownUrl,
    remedy: 'correct it, or unset it to use data/rapporteur.db',
  },
  PORT: {
    expected: 'a number from 1 to 65535',
    found: (value) => value,
    remedy: 'correct it, or unset it to use 3000',
  },
  NODE_ENV: {
    expected: 'development, production or test',
    found: (value) => value,
    remedy: 'correct it, or unset it',
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
  if (result.success) return result.data

  const name = result.error.issues[0]?.path[0] as keyof Env
  const { expected, found, remedy } = explanations[name]
  throw new Error(`${name} must be ${expected}, but is ${found(given[name] ?? '')}: ${remedy}.`)
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
