/** Makes the content wrong one place at a time and counts what the checks notice: npm run content:mutate */
import { failWith, mutationBench } from './content.ts'
import { mutationKinds, runMutations } from './mutations.ts'

try {
  const bench = mutationBench()
  if (bench === undefined) {
    console.warn(
      'NOT RUN: without a copy of the document most of what could be wrong cannot be noticed. Name one in SOURCE_DOCUMENT.',
    )
    process.exit(0)
  }
  const mutations = runMutations(bench)
  const share = (list: readonly { isCaught: boolean }[]) => {
    const caught = list.filter(({ isCaught }) => isCaught).length
    const percent = list.length === 0 ? 100 : Math.floor((1000 * caught) / list.length) / 10
    return `${String(caught).padStart(5)} of ${String(list.length).padStart(5)} caught  ${percent.toFixed(1).padStart(5)} %`
  }
  for (const kind of mutationKinds) {
    console.log(`${kind.padEnd(9)} ${share(mutations.filter((mutation) => mutation.kind === kind))}`)
  }
  console.log(`${'all'.padEnd(9)} ${share(mutations)}`)
  const missed = mutations.filter(({ isCaught }) => !isCaught)
  if (missed.length > 0)
    console.log(`\nNot caught:\n${missed.map(({ kind, what }) => `  ${kind}: ${what}`).join('\n')}`)
} catch (error) {
  failWith(error)
}
