import { describe, expect, test } from 'vitest'
import { LOOKS } from './asked-views.ts'
import { browsing, CHROMIUM, expectFitting, expectSound } from './browsing.ts'
import { hostileHub } from './hostile-hub.ts'
import { servedOpenly } from './served-openly.ts'

const { address } = servedOpenly(hostileHub)
const look = browsing()

describe.skipIf(CHROMIUM === '')('views in a browser (skipped: no Chromium is found here)', () => {
  test.each(LOOKS)('%s runs nothing that a name says, stays small and stands still', (path) =>
    look(address(), async (looked) => {
      await looked.page.goto(path, { waitUntil: 'load' })
      await expectSound(looked)
    }),
  )

  test.each(LOOKS)('%s needs no moving sideways, on any screen and on paper', (path) =>
    look(address(), async (looked) => {
      await looked.page.goto(path, { waitUntil: 'load' })
      await expectFitting(looked)
    }),
  )

  test('the menu stands in one line on a small screen of a desk', () =>
    look(address(), async ({ page }) => {
      await page.setViewportSize({ width: 1080, height: 800 })
      await page.goto('/trang/tong-quan?period=2022', { waitUntil: 'load' })
      const tops = await page.evaluate(
        "[...document.querySelectorAll('header li')].map((one) => one.getBoundingClientRect().top)",
      )
      expect(new Set(tops as number[]).size).toBe(1)
    }))
})
