import { say, UsageError } from '@cchc/domain'
import { z } from 'zod'

/** How many items a page of a list holds unless told. */
export const PAGE_SIZE = 100

/** A position in a list as clients see it: opaque, and of use in that list only. */
export function writeCursor(list: string, position: string): string {
  return Buffer.from(JSON.stringify([list, position])).toString('base64url')
}

/** Reads a cursor of that list; throws UsageError for anything else. */
export function readCursor(list: string, cursor: string): string {
  const read = Cursor.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()))
  if (read.success && read.data[0] === list) return read.data[1]
  throw new UsageError(say('The cursor is not one of this list.'), {
    fix: say('Send the `next` of the page before, or leave `after` out to begin again.'),
    faults: [{ path: 'after', message: say('is not a cursor of this list') }],
  })
}

const Cursor = z.tuple([z.string(), z.string()])

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
