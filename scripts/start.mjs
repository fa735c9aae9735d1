/**
 * `npm start`, which needs nothing but Node.js and npm: prepares what is missing, then serves Rapporteur.
 *
 * --dev   serves with `next dev`, which follows changes
 * --demo  fills the database with demonstration data first
 */
import { existsSync } from 'node:fs'
import { build, buildContent, isBuilt } from './build.mjs'
import { checkNode, ensurePackages } from './ensure-packages.mjs'
import { ensureSecret } from './ensure-secret.mjs'
import { Fault, main, projectRoot, runScript, start } from './run.mjs'
import { checkPortIsFree, readPort, waitUntilAnswers } from './server.mjs'

const known = ['--dev', '--demo']
const flags = process.argv.slice(2)

await main(async () => {
  checkNode()
  const unknown = flags.find((flag) => !known.includes(flag))
  if (unknown) throw new Fault(`npm start knows ${known.join(' and ')}, but was given ${unknown}: leave it out.`)
  process.chdir(projectRoot)
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const port = readPort(process.env.PORT || '3000')
  await checkPortIsFree(port)

  await ensurePackages()
  ensureSecret()
  await Promise.all([runScript('scripts/check-env.ts'), runScript('scripts/generate-clients.ts')])
  process.stdout.write(await runScript('scripts/db-deploy.ts'))
  if (flags.includes('--dev')) {
    await buildContent()
  } else if (!isBuilt()) {
    console.log('Building (takes about a minute)…')
    await buildContent()
    await build()
  }
  if (flags.includes('--demo')) process.stdout.write(await runScript('prisma/seed.ts'))
  await serve(port)
})

/** @param {number} port */
async function serve(port) {
  const isDev = flags.includes('--dev')
  const args = ['node_modules/next/dist/bin/next', isDev ? 'dev' : 'start', '-p', String(port)]
  // In production Next has nothing to say but its own name; errors go the other way.
  const server = start(process.execPath, args, {
    stdio: ['ignore', isDev ? 'inherit' : 'ignore', 'inherit'],
    env: { NODE_ENV: isDev ? 'development' : 'production' },
  })
  const ended = new Promise((resolve) => server.once('close', resolve))
  await waitUntilAnswers(`http://localhost:${port}/`, server)
  console.log(`Rapporteur is at http://localhost:${port} (Ctrl-C stops it)`)
  process.stdout.write(await runScript('scripts/first-administrator.ts'))
  await ended
  throw new Fault('The server stopped by itself: see above for what it said last.')
}
