import type { Locator, Page } from 'playwright-core'

/** One step: what is done, and what of the page its picture marks, the first of it in sight. */
export interface Step {
  /** As a name of a file: `chon-don-vi`. */
  readonly name: string
  act(page: Page): Promise<readonly Locator[]>
}

/** How something is done on the page, step by step; its pictures are named after its guide in docs/vi. */
export interface Sequence {
  readonly guide: string
  readonly steps: readonly Step[]
}

/** Where the picture of a step is, below docs. */
export function pictureOf({ guide }: Sequence, { name }: Step): string {
  return `images/${guide}/${name}.png`
}

/** The item of the page's menu with that word. */
export function menuItem(page: Page, word: string): Locator {
  return page
    .getByRole('navigation', { name: 'Các trang' })
    .getByRole('link', { name: word, exact: true })
}

/** Opens the first page of a year, as one begins. */
export async function begin(page: Page): Promise<void> {
  await page.goto('/trang/tong-quan?period=2022')
}
