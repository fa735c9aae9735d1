import path from 'node:path'
import { defineConfig } from 'vitest/config'

const shared = {
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${import.meta.dirname}/` },
      // Outside Next it throws; its other half, for servers, is empty.
      { find: 'server-only', replacement: path.join(import.meta.dirname, 'node_modules/server-only/empty.js') },
    ],
  },
}
const exclude = ['node_modules', '.next', 'generated', 'e2e']
// No test changes what another sees, so the files of a process share what they import, of which much is large.
const isolate = false

export default defineConfig({
  test: {
    // Otherwise one core is kept free, of two.
    maxWorkers: '100%',
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          isolate,
          include: ['**/*.test.ts'],
          exclude: [...exclude, '**/*.db.test.ts'],
          // Some read the whole content, which a busy machine takes its time for.
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'database',
          isolate,
          include: ['**/*.db.test.ts'],
          exclude,
          globalSetup: 'testing/database-templates.ts',
          testTimeout: 60_000,
        },
      },
    ],
  },
})
