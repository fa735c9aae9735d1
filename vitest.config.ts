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

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
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
          include: ['**/*.db.test.ts'],
          exclude,
          globalSetup: 'testing/database-templates.ts',
          testTimeout: 60_000,
        },
      },
    ],
  },
})
