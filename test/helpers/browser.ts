import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import type { Test } from 'tap'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Test options: skips, saying so, where there is no browser, which there must be in CI. */
export const noBrowser: { readonly skip?: string } =
  existsSync(executablePath) || process.env.CI === 'true'
    ? {}
    : { skip: `there is no browser at ${executablePath}; set CHROMIUM to the path of one` }

/** Starts a browser that asks no host but those of the test; it ends with the test. */
export async function openBrowser(t: Test): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ]
  })
  t.teardown(() => browser.close())
  return browser
}
