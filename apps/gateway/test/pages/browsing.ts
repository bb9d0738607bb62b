import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'

/** The Chromium of this machine; empty where none is found, and nothing is tried then. */
export const CHROMIUM = process.env.CHROMIUM ?? ''

const WIDTHS = [360, 768, 1280] as const
const MOST_BYTES = 100_000
/** Paper of A4 between its margins, in pixels of the screen. */
const PAPER = 680

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

/** A page that is looked at, and how many bytes came for the last address that it went to. */
export interface Looked {
  readonly page: Page
  bytes(): Promise<number>
}

/** A browser for the tests of a file; each looks at a page of its own, in which no script of a name may run and nothing may fail. */
export function browsing() {
  let browser: Browser
  beforeAll(async () => {
    if (CHROMIUM === '') return
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  })
  afterAll(() => browser?.close())
  return async (baseURL: string, use: (looked: Looked) => Promise<void>): Promise<void> => {
    const viewport = { width: 1280, height: 800 }
    const context = await browser.newContext({ baseURL, viewport, locale: 'vi-VN' })
    try {
      const { looked, faults } = await openPage(context)
      await use(looked)
      expect(faults).toEqual([])
    } finally {
      await context.close()
    }
  }
}

async function openPage(context: BrowserContext) {
  const page = await context.newPage()
  const faults: string[] = []
  let bodies: Promise<number>[] = []
  page.on('dialog', (dialog) => {
    faults.push(`a script ran: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) bodies = []
    const size = response.body().then(({ length }) => length)
    bodies.push(size.catch(() => 0))
  })
  const bytes = async () => (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0)
  return { looked: { page, bytes }, faults }
}

/** Whether what is shown stands still, is small, and can be used by keyboard and screen reader. */
export async function expectSound({ page, bytes }: Looked): Promise<void> {
  expect(await page.evaluate(SHIFTED)).toEqual([])
  expect(await bytes()).toBeLessThan(MOST_BYTES)
  await page.evaluate(axe.source)
  expect(await page.evaluate(JUDGED)).toEqual([])
}

/** Whether it needs no moving sideways, on any screen and on paper. */
export async function expectFitting({ page }: Looked): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(OVERFLOW), `${width} wide`).toEqual([])
  }
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: PAPER, height: 800 })
  expect(await page.evaluate(OVERFLOW), 'on paper').toEqual([])
}
