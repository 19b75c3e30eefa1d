import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './browser';

const browser = await findBrowser();

/** The walk through the real product, on a phone and at a desk. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './start-product.ts',
  // Nothing waits as long as this unless it fails, or the machine has much else to do.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: {
    // The workers read this file after the product has started.
    baseURL: process.env['LUOTSI_E2E_ADDRESS'] ?? '',
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    screenshot: 'only-on-failure',
    // A record of every step, thrown away when it went well, took two fifths of the processor time.
    trace: process.env['LUOTSI_TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: { ...browser, chromiumSandbox: false },
  },
  projects: [
    { name: 'phone', use: { ...devices['Pixel 7'], locale: 'fi-FI' } },
    { name: 'desktop', use: { ...devices['Desktop Chrome'], locale: 'fi-FI' } },
  ],
});
