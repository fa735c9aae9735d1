import { expect, it } from 'vitest'
import { contentSecurityPolicy, developmentPolicy } from './content-security-policy.ts'

const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((directive) => directive.startsWith(`${name} `))
    ?.slice(name.length + 1)

it('lets a page run this server’s files and the inline scripts that are named, and nothing else', () => {
  const fixed = contentSecurityPolicy({ scripts: ['sha256-a=', 'sha256-b='], styles: [] })
  expect(directive(fixed, 'script-src')).toBe("'self' 'sha256-a=' 'sha256-b='")
  expect(directive(fixed, 'style-src')).toBe("'self'")
  expect(directive(fixed, 'default-src')).toBe("'none'")
  const made = contentSecurityPolicy({ scripts: [], styles: ['sha256-c='], nonce: 'once' })
  expect(directive(made, 'script-src')).toBe("'self' 'nonce-once'")
  expect(directive(made, 'style-src')).toBe("'self' 'nonce-once' 'sha256-c='")
  for (const policy of [fixed, made]) {
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe')
    expect(directive(policy, 'frame-ancestors')).toBe("'none'")
    expect(directive(policy, 'worker-src')).toBe("'self'")
  }
})

it('is looser only where the code is written', () => {
  expect(directive(developmentPolicy, 'script-src')).toContain("'unsafe-eval'")
  expect(directive(developmentPolicy, 'base-uri')).toBe("'none'")
})
