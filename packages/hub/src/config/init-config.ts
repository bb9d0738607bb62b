import { writeFileSync } from 'node:fs'
import { ConfigError } from '@cchc/domain'
import { configTemplate } from './config-template.ts'

/** Writes a commented configuration to `path`; throws a ConfigError rather than overwrite anything. */
export function initConfig(path: string): void {
  try {
    writeFileSync(path, configTemplate(), { flag: 'wx' })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EEXIST') {
      throw new ConfigError(`${path} exists already`, {
        cause,
        fix: 'Edit it, or move it away and try again.',
      })
    }
    throw new ConfigError(`${path} cannot be written (${code})`, {
      cause,
      fix: 'Check that the folder exists and that you may write into it.',
    })
  }
}
