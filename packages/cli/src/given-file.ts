import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { UsageError } from '@cchc/domain'
import type { ReportFile } from '@cchc/hub/check'
import type { CommandContext } from './command-context.ts'

/** Reads a file that the command line names. */
export function givenFile(
  path: string,
  { cwd, messages }: Pick<CommandContext, 'cwd' | 'messages'>,
): ReportFile {
  try {
    return { name: basename(path), bytes: readFileSync(resolve(cwd, path)) }
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException
    const { check } = messages
    throw new UsageError(check.cannotRead(path, code), { cause, fix: check.cannotReadFix })
  }
}
