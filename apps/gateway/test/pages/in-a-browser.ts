import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveGateway } from '../../src/index.ts'
import type { RunningGateway } from '../../src/serve.ts'
import { LOOKS } from './asked-views.ts'
import { hostileHub } from './hostile-hub.ts'

const executablePath = process.env.CHROMIUM ?? ''
const WIDTHS = [360, 768, 1280] as const
const MOST_BYTES = 100_000
/** Paper of A4 between its margins, in pixels of the screen. */
const PAPER = 680

let browser: Browser
let gateway: RunningGateway
const stop = new AbortController()

beforeAll(async () => {
  if (executablePath === '') return
  const hub = await hostileHub()
  const open = { ...hub, access: { ...hub.access, hasKeys: async () => false } }
  gateway = await serveGateway(open, { port: 0, signal: stop.signal })
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  stop.abort()
  await gateway?.closed
})

/** What of a page reaches beyond its right edge, where the page itself has to be moved for it. */
const OVERFLOW = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const wide = [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
  return [scrollWidth + ' > ' + clientWidth, ...wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120))]
})()`

const SHIFTED = `new Promise((told) => {
  const moved = []
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      moved.push(value + ': ' + sources.map(({ node }) => (node?.outerHTML ?? '').slice(0, 120)).join(' | '))
    }
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => told(moved), 150)
})`

const JUDGED = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')),
)`

async function look(path: string, use: (page: Page, bytes: number) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const faults: string[] = []
  const bodies: Promise<number>[] = []
  page.on('dialog', (dialog) => {
    faults.push(`a script ran: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('response', (response) => {
    bodies.push(response.body().then(({ length }) => length))
  })
  try {
    await page.goto(`${gateway.url}${path}`, { waitUntil: 'load' })
    const sizes = await Promise.all(bodies)
    await use(
      page,
      sizes.reduce((sum, size) => sum + size, 0),
    )
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

describe.skipIf(executablePath === '')('in a browser (skipped: no Chromium is found here)', () => {
  test.each(LOOKS)(
    '%s runs nothing that a name says, stays small and stands still',
    async (path) => {
      await look(path, async (page, bytes) => {
        expect(await page.evaluate(SHIFTED)).toEqual([])
        expect(bytes).toBeLessThan(MOST_BYTES)
        await page.evaluate(axe.source)
        expect(await page.evaluate(JUDGED)).toEqual([])
      })
    },
  )

  test.each(LOOKS)('%s needs no moving sideways, on any screen and on paper', async (path) => {
    await look(path, async (page) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 })
        expect(await page.evaluate(OVERFLOW), `${width} wide`).toEqual([])
      }
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: PAPER, height: 800 })
      expect(await page.evaluate(OVERFLOW), 'on paper').toEqual([])
    })
  })
})
