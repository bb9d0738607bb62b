import { describe, test } from 'vitest'
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
})
