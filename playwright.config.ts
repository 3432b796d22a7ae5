import { defineConfig, devices } from '@playwright/test';
import { browser } from './tests/browser.ts';

const PORT = Number(process.env.SITREP_E2E_PORT ?? 3210);
const DATA = '.sitrep/e2e';

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  timeout: 30_000,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${PORT}`,
    launchOptions: browser,
  },
  // The site as `npm start` runs it, on an archive of its own, filled with the sample.
  webServer: {
    command: `rm -rf ${DATA} && npm start`,
    url: `http://localhost:${PORT}`,
    env: { SITREP_DATA: DATA, PORT: String(PORT) },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
