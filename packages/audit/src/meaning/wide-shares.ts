import type { WideTable } from './audited-report.ts'
import { COMPARES } from './vocabulary/changes.ts'
import { ALL_OF, type ColumnRole, PART_ALONE, PART_OF, SHARES } from './vocabulary/columns.ts'
import { TOTAL } from './vocabulary/labels.ts'
import { type ColumnMeaning, columnsOf, type Roles, rolesByBlock } from './wide-columns.ts'

/** A share in a column with the columns that it may be of, the likeliest first. */
export interface ColumnShare {
  readonly share: number
  /** The columns are those that stand beside it, by what is said of them and not of it. */
  readonly byPlace?: true
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
      if (readings.length > 0) return { share: share.at, readings }
      const placed = ofTwoBeside(share, meanings)
      return placed.length > 0 ? { share: share.at, readings: placed, byPlace: true } : []
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

/** Right of two counts of which one is all that there has to be and the other what is done of it: `Kế hoạch | Thực hiện | Tỷ lệ`. */
function ofTwoBeside(
  { at, path }: ColumnMeaning,
  meanings: readonly ColumnMeaning[],
): ColumnShare['readings'] {
  const left = meanings.slice(0, at)
  const beside = left.slice(left.findLastIndex(({ isShare }) => isShare) + 1)
  const [first, second, ...others] = beside.map((one) => ({ at: one.at, key: one.path.join(' ') }))
  if (!first || !second || others.length > 0 || COMPARES.test(withoutPlan(path.join(' '))))
    return []
  const isPair = (whole: typeof first, part: typeof first) =>
    ALL_OF.test(whole.key) && PART_OF.test(part.key) && !PART_ALONE.test(whole.key)
  const [whole, part] = isPair(first, second) ? [first, second] : [second, first]
  return isPair(whole, part) ? [{ count: [part.at], whole: [whole.at] }] : []
}

/** What is a kind of all that there is cannot be more of it; of a plan more can be done than was planned. */
export function boundsOfShares(
  shares: readonly ColumnShare[],
  meanings: readonly ColumnMeaning[],
): readonly (readonly [part: number, whole: number])[] {
  return shares.flatMap(({ byPlace, readings: [reading] }) => {
    const [[part], [whole]] = [reading?.count ?? [], reading?.whole ?? []]
    if (!byPlace || part === undefined || whole === undefined) return []
    const isTotal = TOTAL.test(meanings[whole]?.path.at(-1) ?? '')
    const isNamed = [part, whole].some((at) => (meanings[at]?.role ?? null) !== null)
    return isTotal && !isNamed ? [[part, whole] as const] : []
  })
}

/** A share of a plan is no comparison of two times. */
function withoutPlan(words: string): string {
  return words.replace(/so voi (ke hoach|chi tieu|du toan|tong)/, '')
}
