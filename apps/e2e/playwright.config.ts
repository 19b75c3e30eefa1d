import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './browser';
import { checkPort } from '../../tools/dev/port.mjs';

/** Chosen once; the workers that read this file later inherit it. */
process.env['LUOTSI_E2E_PORT'] ??= String(await checkPort('127.0.0.1', 0));
const browser = await findBrowser();

/** The walk through the real product, on a phone and at a desk. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './start-product.ts',
  timeout: 60_000,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${process.env['LUOTSI_E2E_PORT']}`,
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { ...browser, chromiumSandbox: false },
  },
  projects: [
    { name: 'phone', use: { ...devices['Pixel 7'], locale: 'fi-FI' } },
    { name: 'desktop', use: { ...devices['Desktop Chrome'], locale: 'fi-FI' } },
  ],
});
