import { defineConfig, devices } from '@playwright/test'
import { sharedSite } from './testing/site.ts'

const executablePath = process.env.CHROMIUM_PATH
// Learners are where it is noon, so that whenever this runs, no study day ends between two steps of a journey.
const hoursAhead = 12 - new Date().getUTCHours()
const timezoneId = `Etc/GMT${hoursAhead > 0 ? '-' : '+'}${Math.abs(hoursAhead)}`

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  forbidOnly: !!process.env.CI,
  fullyParallel: true,
  workers: 2,
  // A test that needs its second try is named in the last lines, and fails here where nobody waits for a result.
  retries: process.env.CI ? 1 : 0,
  // A server that has just begun, on a busy machine, takes its time for its first pages.
  expect: { timeout: 10_000 },
  reporter: process.env.CI ? 'line' : 'list',
  // Traces cost a tenth of the time; to have them, run with --trace retain-on-failure.
  // A service worker is in the way of whoever plays the network; what it does has a file of its own, which allows it.
  use: { baseURL: sharedSite.url, trace: 'off', serviceWorkers: 'block', timezoneId },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1280, height: 800 },
        launchOptions: {
          ...(executablePath && { executablePath }),
          args: [
            // Chromium can't make its sandbox as root, as which tests often run.
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
  ],
  webServer: {
    command: 'node --import tsx scripts/serve-for-tests.ts',
    url: sharedSite.url,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    timeout: 60_000,
  },
})
