import { rmSync, writeFileSync } from 'node:fs'
import { ConfigError, findProvince, PROVINCES, type Province, say, UsageError } from '@cchc/domain'
import { unwritable } from '../unwritable.ts'
import { configTemplate } from './config-template.ts'

/** Failures after the file was made. */
const LEAVES_A_PART: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'])

/**
 * Writes a commented configuration to `path`, whole or not at all, with what became of a province where one is named. Throws as below, and
 * UsageError for an unknown province.
 */
export function initConfig(path: string, now: number = Date.now(), province?: string): void {
  writeConfig(path, configTemplate(now, province === undefined ? undefined : provinceOf(province)))
}

/** The province of a name, of today or before 01/7/2025; throws UsageError for any other. */
function provinceOf(name: string): Province {
  const found = findProvince(name)
  if (found) return found
  const names = PROVINCES.map((one) => one.name).join(', ')
  throw new UsageError(
    say('No province is called {name}.', { name: JSON.stringify(name.slice(0, 40)) }),
    {
      fix: say('Known: {words}.', { words: names }),
    },
  )
}

/** Writes the text of a new configuration; throws a ConfigError rather than overwrite anything. */
export function writeConfig(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' })
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException
    if (LEAVES_A_PART.has(code)) rmSync(path, { force: true })
    if (code === 'EEXIST') {
      throw new ConfigError(say('{path} exists already', { path }), {
        cause,
        fix: say('Edit it, or move it away and try again.'),
      })
    }
    throw unwritable(path, cause)
  }
}
