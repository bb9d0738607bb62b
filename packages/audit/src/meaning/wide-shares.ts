import type { WideTable } from './audited-report.ts'
import { type ColumnRole, SHARES } from './vocabulary/columns.ts'
import { type ColumnMeaning, columnsOf, type Roles, rolesByBlock } from './wide-columns.ts'

/** A share in a column with the columns that it may be of, the likeliest first. */
export interface ColumnShare {
  readonly share: number
  readonly readings: readonly {
    readonly count: readonly number[]
    readonly whole: readonly number[]
  }[]
}

/** The shares of a table whose count and whole have columns. */
export function columnShares(
  { columns }: WideTable,
  meanings: readonly ColumnMeaning[],
): readonly ColumnShare[] {
  const blocks = rolesByBlock(meanings)
  return meanings
    .filter(({ isShare }) => isShare)
    .flatMap((share) => {
      const printed = columns[share.at]?.shareOf
      if (printed) return { share: share.at, readings: [printed] }
      const readings = [
        ...blocks.flatMap((roles) => saidBy(share, roles)),
        ...beside(share, { meanings, blocks }),
      ]
      return readings.length > 0 ? { share: share.at, readings } : []
    })
}

/** By the words of the head. */
function saidBy({ path, group }: ColumnMeaning, roles: Roles): ColumnShare['readings'] {
  const words = path.join(' ')
  const late = /\b(qua|tre|cham)( thoi)?( han)?\b/.test(words) || /\btrong han\b/.test(words)
  if (late) return ofTerm(words, { group: path.length > 1 ? group : null, roles })
  const said = SHARES.find(({ says }) => says.test(words))
  return said ? among(said, roles) : []
}

/** A share of late ones that names no group may be of those resolved or of those in process. */
function ofTerm(
  words: string,
  { group, roles }: { readonly group: ColumnRole | null; readonly roles: Roles },
): ColumnShare['readings'] {
  const within = /\btrong han\b/.test(words)
  const open = among(
    { count: [within ? 'pending.within' : 'pending.late'], whole: ['pending'] },
    roles,
  )
  if (within || group === 'pending') return open
  return [...among({ count: ['resolved.late'], whole: ['resolved', 'received'] }, roles), ...open]
}

function among(
  { count, whole }: Readonly<Record<'count' | 'whole', readonly ColumnRole[]>>,
  roles: Roles,
): ColumnShare['readings'] {
  const columns = (wanted: readonly ColumnRole[]) =>
    wanted.flatMap((role) => {
      const found = columnsOf(role, roles)
      return found?.complete ? [found.parts] : []
    })
  return columns(count).flatMap((own) => columns(whole).map((all) => ({ count: own, whole: all })))
}

/** `Tỷ lệ (%)` right of a count: of all that its group holds, or of all that was received where it is that itself. */
function beside(
  { at, path }: ColumnMeaning,
  {
    meanings,
    blocks,
  }: { readonly meanings: readonly ColumnMeaning[]; readonly blocks: readonly Roles[] },
): ColumnShare['readings'] {
  const words = (path.at(-1) ?? '').replace(/\(.*?\)|%|ty le|ti le|dat/g, ' ').trim()
  const left = meanings.slice(0, at).findLast(({ isShare }) => !isShare)
  if (words !== '' || !left || left.at !== at - 1) return []
  const group = left.path.slice(0, -1)
  if (group.join() !== path.slice(0, -1).join()) return []
  const total = meanings.find(
    (one) =>
      one.isTotal &&
      one.at !== left.at &&
      group.every((text, level) => one.path[level] === text) &&
      one.path.length === left.path.length,
  )
  const whole = total?.at ?? (left.group === null ? undefined : wholeOf(left, blocks))
  return whole === undefined ? [] : [{ count: [left.at], whole: [whole] }]
}

function wholeOf({ at, group, role }: ColumnMeaning, blocks: readonly Roles[]): number | undefined {
  const roles = blocks.find((one) => [...one.values()].includes(at))
  return roles?.get(role === group ? 'received' : (group ?? 'received'))
}
