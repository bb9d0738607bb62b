import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { say, UsageError } from '@cchc/domain'
import type { ReportFile } from '@cchc/hub/check'
import type { CommandContext } from './command-context.ts'

/** Reads a file that the command line names. */
export function givenFile(path: string, { cwd }: Pick<CommandContext, 'cwd'>): ReportFile {
  try {
    return { name: basename(path), bytes: readFileSync(resolve(cwd, path)) }
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException
    throw new UsageError(say('{path} cannot be read ({reason})', { path, reason: code }), {
      cause,
      fix: say('Name a file that exists and that you may read.'),
    })
  }
}
