import type { ColumnMeaning } from '../config.ts'
import { LEFT_OUT_HEAD, PERSONAL_HEAD } from '../dossiers/vocabulary.ts'
import { plain } from '../plain.ts'
import type { UnreadHeads } from '../unread-heads.ts'
import { clueOf } from './clues.ts'

/** A head that is not understood, in which files and sheets it stands, and what it may hold, by words that it is like or else by its cells. */
export interface ProposedColumn {
  readonly head: string
  readonly places: readonly string[]
  readonly meaning: ColumnMeaning | null
  readonly like: string | null
}

/** Heads that are not understood, of a file and where it has several of a sheet. */
export interface UnreadPlace extends UnreadHeads {
  readonly place: string
}

/** A configuration takes no longer ones. */
const LONGEST = 200

/** What heads that are not understood may hold, each once; those of columns about people are never asked for. */
export function proposeColumns(unread: readonly UnreadPlace[]): readonly ProposedColumn[] {
  const all = unread.flatMap(proposedIn)
  const same = Map.groupBy(all, ({ head, meaning }) => `${plain(head)}|${meaning}`)
  return [...same.values()].flatMap((those) => {
    const [first] = those
    return first ? { ...first, places: those.flatMap(({ places }) => places) } : []
  })
}

/** What heads are proposed to hold, as settings have it. */
export function headsOf(columns: readonly ProposedColumn[]): ReadonlyMap<string, string> {
  return new Map(
    columns.flatMap(({ head, meaning }) => (meaning === null ? [] : [[plain(head), meaning]])),
  )
}

/** Each meaning is given to one column of a table. */
function proposedIn({ kind, heads, taken, place }: UnreadPlace) {
  const given = new Set(taken)
  return heads.filter(isAsked).map(({ words: head, holds }): ProposedColumn => {
    const clue = clueOf({ words: head, holds }, { kind, taken: given })
    if (clue) given.add(clue.meaning)
    return { head, places: [place], meaning: clue?.meaning ?? null, like: clue?.like ?? null }
  })
}

function isAsked({ shown, words }: UnreadHeads['heads'][number]): boolean {
  const head = plain(words)
  return (
    shown !== '…' &&
    words.length <= LONGEST &&
    !PERSONAL_HEAD.test(head) &&
    !LEFT_OUT_HEAD.test(head)
  )
}
