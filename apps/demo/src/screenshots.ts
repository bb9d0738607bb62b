import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { OUT, ROOT, shown } from './workspace.ts'

const CCHC = fileURLToPath(import.meta.resolve('@cchc/cli/bin'))
const PORT = '8137'
const PAGE = `http://127.0.0.1:${PORT}/trang`
const CHROMIUM = process.env.CHROMIUM ?? 'chromium'
const MOST_TRIES = 60

/** The pictures of the README: what is looked at, and how large. */
const PICTURES = [
  { name: 'page-overview', path: '/tong-quan?period=2022', size: '1100,900' },
  { name: 'page-worklist', path: '/qua-han?org=H16.15&day=2022-12-14', size: '1100,900' },
] as const

async function answers(): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const there = await fetch(`http://127.0.0.1:${PORT}/health`).catch(() => undefined)
    if (there?.ok) return true
    await wait(500)
  }
  return false
}

/** It is asked for once before, so that the picture does not wait for what is counted for the first time. */
async function take({ name, path, size }: (typeof PICTURES)[number]): Promise<void> {
  const response = await fetch(`${PAGE}${path}`)
  if (!response.ok) throw new Error(`${path} answered ${response.status}: run npm start first`)
  await response.text()
  const file = join(ROOT, 'docs/images', `${name}.png`)
  const profile = mkdtempSync(join(tmpdir(), 'cchc-chromium-'))
  try {
    await promisify(execFile)(
      CHROMIUM,
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
        ...[`--user-data-dir=${profile}`, `--window-size=${size}`, `--screenshot=${file}`],
        `${PAGE}${path}`,
      ],
      { timeout: 120_000 },
    )
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  console.log(shown(file))
}

const config = join(OUT, 'cchc.config.yaml')
const gateway = spawn(process.execPath, [CCHC, 'serve', '--port', PORT, '--config', config])
try {
  if (!(await answers())) throw new Error('the gateway does not answer: run npm start first')
  for (const picture of PICTURES) await take(picture)
} finally {
  gateway.kill()
}
