import { type Message, say } from '@cchc/domain'
import type { StreamSpec } from './stream.ts'

/** A cursor as it was stored, and the version that the stream's cursor had then. */
export interface SavedCursor {
  readonly cursor: unknown
  readonly version: number
}

/** The version of a stream's cursor: 1 where no step was ever needed. */
export function cursorVersion({ cursorSteps = [] }: Pick<StreamSpec, 'cursorSteps'>): number {
  return 1 + cursorSteps.length
}

/** A cursor that the stream can go on from, or why there is none. */
export type ReadCursor = { readonly cursor: unknown } | { readonly unusable: Message }

/** A stored cursor as its stream understands it now, an older one brought up step by step. Never throws. */
export function readCursor(spec: StreamSpec, saved: SavedCursor, stream: string): ReadCursor {
  const { version: found } = saved
  const known = cursorVersion(spec)
  const versions = { stream, found, known }
  if (found > known) {
    return {
      unusable: say(
        '{stream}: the saved position is of version {found}, and this version of the connector knows {known}; reading from the beginning',
        versions,
      ),
    }
  }
  try {
    const parsed = spec.cursor?.safeParse(broughtUp(spec, saved))
    if (parsed?.success) return { cursor: parsed.data }
  } catch {
    // Told below: what a step throws may quote what it was given.
  }
  if (found === known) {
    const values = { stream }
    return {
      unusable: say(
        '{stream}: the saved position cannot be read; reading from the beginning',
        values,
      ),
    }
  }
  return {
    unusable: say(
      '{stream}: the saved position of version {found} could not be brought to version {known}; reading from the beginning',
      versions,
    ),
  }
}

function broughtUp({ cursorSteps = [] }: StreamSpec, { cursor, version }: SavedCursor): unknown {
  return cursorSteps.slice(version - 1).reduce((older, step) => step(older), cursor)
}
