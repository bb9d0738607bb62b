import { inWords } from '@cchc/domain'
import { cursorVersion, readCursor } from '../contract/saved-cursor.ts'
import type { StreamSpec } from '../contract/stream.ts'
import type { Reading, Subject } from './bench.ts'
import { type Check, type Finding, firstOf } from './check.ts'
import type { OlderCursor, OlderCursors } from './options.ts'
import { codeOf, print, recordsOf, short } from './records.ts'

interface OlderBench {
  readonly options: { readonly older?: OlderCursors }
}

type Read<B> = (
  bench: B,
  subject: Subject,
  cursor: unknown,
) => Promise<Pick<Reading, 'pages' | 'error'>>

/** What the steps of a cursor promise, of any kind of connector that is read. */
export function olderCursorCheck<B extends OlderBench>(read: Read<B>): Check<B> {
  return {
    name: 'goes on from cursors of every older version',
    of: 'stream',
    applies: ({ cursorSteps = [] }) => cursorSteps.length > 0,
    fix: 'Give a cursor of each older version under older. Each of cursorSteps makes the next version of any cursor that was stored as the one before; what it cannot tell it leaves to be read again, and it never throws.',
    run: async (bench, subject) => {
      const known = cursorVersion(subject.spec as StreamSpec)
      const older = bench.options.older?.[subject.name] ?? []
      const versions = Array.from({ length: known - 1 }, (_, i) => i + 1)
      const missing = versions.find((one) => !older.some(({ version }) => version === one))
      if (missing !== undefined) {
        return { expected: `a cursor of version ${missing} under older`, came: 'none' }
      }
      return firstOf(older, (one) => judge(subject, one, (cursor) => read(bench, subject, cursor)))
    },
  }
}

async function judge(
  { name, spec }: Subject,
  { left, ...saved }: OlderCursor,
  read: (cursor: unknown) => ReturnType<Read<unknown>>,
): Promise<Finding | undefined> {
  const stream = spec as StreamSpec
  const expected = `${left} records after ${short(print(saved.cursor))} of version ${saved.version}`
  const brought = readCursor(stream, saved, name)
  if ('unusable' in brought) return { expected, came: inWords(brought.unusable) }
  const reading = await read(brought.cursor)
  const count = recordsOf(stream, reading).size
  if (reading.error === undefined && count === left) return undefined
  return { expected, came: codeOf(reading.error) ?? String(count) }
}
