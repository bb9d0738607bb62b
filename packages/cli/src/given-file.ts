import { basename, resolve } from 'node:path'
import { isAppError, say, UsageError } from '@cchc/domain'
import type { GivenFile } from '@cchc/hub/check'
import { readOrdinary } from '@cchc/hub/disk'
import type { CommandContext } from './command-context.ts'

/** Reads a file that the command line names, once it is known to be no larger than a report can be. */
export function givenFile(path: string, { cwd }: Pick<CommandContext, 'cwd'>): GivenFile {
  try {
    return { name: basename(path), bytes: readOrdinary(resolve(cwd, path)) }
  } catch (cause) {
    if (isAppError(cause)) throw cause
    const { code = 'unknown' } = cause as NodeJS.ErrnoException
    throw new UsageError(say('{path} cannot be read ({reason})', { path, reason: code }), {
      cause,
      fix: say('Name a file that exists and that you may read.'),
    })
  }
}
