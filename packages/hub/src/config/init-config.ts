import { rmSync, writeFileSync } from 'node:fs'
import { ConfigError, say } from '@cchc/domain'
import { unwritable } from '../unwritable.ts'
import { configTemplate } from './config-template.ts'

/** Failures after the file was made. */
const LEAVES_A_PART: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'])

/** Writes a commented configuration to `path`, whole or not at all; throws a ConfigError rather than overwrite anything. */
export function initConfig(path: string, now: number = Date.now()): void {
  writeConfig(path, configTemplate(now))
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
