import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The repository's root. */
export const ROOT = resolve(import.meta.dirname, '../../..')

/** The configuration over the year that `npm start` read. */
export const YEAR = join(ROOT, 'out/cchc.config.yaml')

/** Where systems keep a Chromium; CHROMIUM names another one. */
const CHROMIUMS = [
  ...(process.env.CHROMIUM ? [process.env.CHROMIUM] : []),
  ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium of this machine; undefined where none is found. */
export function chromiumHere(): string | undefined {
  return CHROMIUMS.find((one) => existsSync(one))
}
