import { Day } from '@cchc/domain'
import { z } from 'zod'

const Held = z.object({
  ...{ organisations: z.array(z.string()).readonly(), from: Day, to: Day, asOf: Day },
  openBefore: z.boolean(),
  ended: z.boolean().optional(),
})

/**
 * What a file was when it was read. `version`: that of its dossiers; `held`: of which days they are. `keys`: what it
 * stated, by which it is taken back.
 */
const ReadFile = z.object({
  sha256: z.string().length(64),
  version: z.int().min(0).optional(),
  keys: z.array(z.record(z.string(), z.string())).optional(),
  held: z.array(Held).optional(),
})

const Read = z.object({
  files: z.record(z.string(), ReadFile),
  left: z.array(Held).optional(),
})

/**
 * Which files were read as they are, and by which configuration they were understood. `again`: something was replaced or
 * is gone, so that all are to be read in one go. `left`: the days of lists that are gone, whose dossiers still count.
 */
export interface FolderState extends z.output<typeof Read> {
  readonly understoodBy: string
  readonly again: boolean
}

/** The same as it is saved. `read` is JSON in a text, since days that a file states may lie ahead of now. */
export const FolderCursor = z.object({
  understoodBy: z.string(),
  again: z.boolean(),
  read: z.string(),
})
export type FolderCursor = z.output<typeof FolderCursor>

/** What was saved before files and days stood in a text. */
const Older = Read.extend({ understoodBy: z.string(), again: z.boolean() })

/** What is none of the older ones is left as it is, and read from the beginning. */
export const folderCursorSteps = [
  (older: unknown): unknown => {
    const { data } = Older.safeParse(older)
    return data ? saved(data) : older
  },
]

export function saved({ understoodBy, again, files, left }: FolderState): FolderCursor {
  return { understoodBy, again, read: JSON.stringify({ files, left }) }
}

export function stateOf({ understoodBy, again, read }: FolderCursor): FolderState {
  return { understoodBy, again, ...Read.parse(JSON.parse(read)) }
}
