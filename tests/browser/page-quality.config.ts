import { defineConfig } from 'vitest/config'
import { chromiumHere, ROOT } from './src/places.ts'

/** How good every view is in a browser: a run of its own, for not every machine has a Chromium. */
export default defineConfig({
  test: {
    root: ROOT,
    include: ['apps/gateway/test/pages/in-a-browser.ts'],
    env: { CHROMIUM: chromiumHere() ?? '' },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
