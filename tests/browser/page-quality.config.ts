import { defineConfig } from 'vitest/config'
import { chromiumHere, ROOT } from './src/places.ts'

const chromium = chromiumHere()
if (chromium === undefined)
  process.stderr.write('Skipped: no Chromium is found here. Name one in CHROMIUM.\n')

/** How good every view is in a browser: a run of its own, for not every machine has a Chromium. */
export default defineConfig({
  test: {
    root: ROOT,
    include: ['apps/gateway/test/pages/*.in-a-browser.ts'],
    env: { CHROMIUM: chromium ?? '' },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
