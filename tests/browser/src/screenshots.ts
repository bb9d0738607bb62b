import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { whileServed } from './gateway.ts'
import { chromiumHere, ROOT, YEAR } from './places.ts'
import { SEQUENCES } from './sequences/all.ts'
import { smallPng } from './small-png.ts'
import { takePictures } from './take-pictures.ts'

/** The pictures of the README: what is looked at. */
const PICTURES = [
  { name: 'page-overview', path: '/trang/tong-quan?period=2022' },
  { name: 'page-worklist', path: '/trang/qua-han?org=H16.15&day=2022-12-14' },
] as const

async function takeWhole(browser: Browser, address: string): Promise<readonly string[]> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } })
  const files: string[] = []
  for (const { name, path } of PICTURES) {
    await page.goto(`${address}${path}`)
    const file = join(ROOT, 'docs/images', `${name}.png`)
    writeFileSync(file, smallPng(await page.screenshot()))
    files.push(file)
  }
  await page.close()
  return files
}

/** All of them, or the sequences that are named. */
async function main(names: readonly string[]): Promise<void> {
  const executablePath = chromiumHere()
  if (!executablePath) throw new Error('no Chromium is found here: name one in CHROMIUM')
  const env = { ...process.env, LANGUAGE: 'vi' }
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--lang=vi-VN'],
    env,
  })
  try {
    await whileServed(YEAR, async (address) => {
      const wanted = SEQUENCES.filter(({ guide }) => names.length === 0 || names.includes(guide))
      const files = names.length === 0 ? [...(await takeWhole(browser, address))] : []
      for (const one of wanted) files.push(...(await takePictures(browser, one, address)))
      for (const file of files) process.stdout.write(`${relative(ROOT, file)}\n`)
    })
  } finally {
    await browser.close()
  }
}

await main(process.argv.slice(2))
