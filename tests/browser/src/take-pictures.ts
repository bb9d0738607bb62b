import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { ROOT } from './places.ts'
import { pictureOf, type Sequence } from './sequence.ts'
import { smallPng } from './small-png.ts'

/** As large as a picture is; it is read beside text. */
const SIZE = { width: 960, height: 540 }

/** A year that is counted by every rule may take minutes where other work is going on. */
const MOST_MS = 300_000

/** What is marked stands so far below the upper edge, where it does not stand higher anyway. */
const ABOVE = 60

/** Goes through a sequence as an officer does, and takes the picture of each step. Gives their files. */
export async function takePictures(
  browser: Browser,
  sequence: Sequence,
  baseURL: string,
): Promise<readonly string[]> {
  const context = await browser.newContext({ baseURL, viewport: SIZE, locale: 'vi-VN' })
  context.setDefaultTimeout(MOST_MS)
  const page = await context.newPage()
  const files: string[] = []
  try {
    for (const step of sequence.steps) {
      const marked = await step.act(page)
      const file = join(ROOT, 'docs', pictureOf(sequence, step))
      mkdirSync(dirname(file), { recursive: true })
      await shoot(page, marked, file)
      files.push(file)
    }
  } finally {
    await context.close()
  }
  return files
}

async function shoot(page: Page, marked: readonly Locator[], path: string): Promise<void> {
  for (const one of marked) await one.evaluate(mark)
  await marked[0]?.evaluate(bringInSight, ABOVE)
  writeFileSync(path, smallPng(await page.screenshot()))
  for (const one of marked) await one.evaluate(unmark)
}

/** What of an element in the browser is used there. */
interface Shown {
  readonly style: Record<'outline' | 'outlineOffset', string>
  readonly ownerDocument: {
    readonly defaultView: { readonly scrollY: number; scrollTo(x: number, y: number): void }
  }
  getBoundingClientRect(): { readonly top: number }
}

function bringInSight(element: Shown, above: number): void {
  const { defaultView: view } = element.ownerDocument
  view.scrollTo(0, element.getBoundingClientRect().top + view.scrollY - above)
}

function mark({ style }: Shown): void {
  style.outline = '3px solid #d9480f'
  style.outlineOffset = '3px'
}

function unmark({ style }: Shown): void {
  style.outline = ''
  style.outlineOffset = ''
}
