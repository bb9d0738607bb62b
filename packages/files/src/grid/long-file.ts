import { say, UsageError } from '@cchc/domain'
import { TooLarge } from './grid.ts'

/** How large a file may be, in bytes. */
const MOST_BYTES = 50_000_000

/** Throws a UsageError for a file of more bytes than is read. */
export function refuseLongFile({ name, size }: { readonly name: string; readonly size: number }) {
  const megabytes = (bytes: number) => say('{size} MB', { size: Math.ceil(bytes / 1_000_000) })
  if (size > MOST_BYTES) throw tooLarge(name, new TooLarge(megabytes(size), megabytes(MOST_BYTES)))
}

/** That a file holds more than is read. */
export function tooLarge(file: string, cause: TooLarge): UsageError {
  const { has, most } = cause
  return new UsageError(say('{file} has {has}; at most {most} are read.', { file, has, most }), {
    cause,
    fix: say('Save only the sheet with the table, as a file of its own.'),
  })
}
