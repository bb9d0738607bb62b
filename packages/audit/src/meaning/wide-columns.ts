import { folded } from '@cchc/domain'
import { BETWEEN_HEADS, type WideTable } from './audited-report.ts'
import {
  BESIDE_GROUP,
  COLUMN_GROUPS,
  COLUMN_PARTS,
  type ColumnRole,
  DOUBTFUL_PARTS,
  HOLDS_CARRIED,
  RESOLVING_ALONE,
  ROLE_PARTS,
  STAGE_OF_RESOLVING,
  STILL_OPEN,
  TOTAL_COLUMN,
  WHOLE_GROUPS,
} from './vocabulary/columns.ts'
import { SHARE } from './vocabulary/labels.ts'

/** What a column of a table means: `role` among dossiers where that is known, in the block of columns that belong together. */
export interface ColumnMeaning {
  readonly at: number
  /** Folded, from the group down. */
  readonly path: readonly string[]
  readonly block: string
  readonly role: ColumnRole | null
  /** What the columns beside it count, for a share that does not say so itself. */
  readonly group: ColumnRole | null
  readonly isShare: boolean
  readonly isTotal: boolean
}

/**
 * A column that others add up to; without `complete`, they may leave something out. `otherwise` = fewer of them, where one
 * may be held by another, or beside the total.
 */
export interface ColumnSum {
  readonly total: number
  readonly parts: readonly number[]
  readonly complete: boolean
  readonly otherwise?: readonly number[]
  /** No word says so, but nearly every row. */
  readonly byFigures?: true
}

/** What the columns of a table mean, by their heads. A head without a group belongs to the group that began to its left. */
export function columnMeanings({ columns }: WideTable): readonly ColumnMeaning[] {
  let last = firstGroup(columns)
  const paths = withoutTitle(columns.map(({ title }) => pathOf(title)))
  return columns.map(({ title, shareOf }, at) => {
    const path = paths[at] ?? []
    const isShare = shareOf !== undefined || SHARE.test(title.normalize('NFC'))
    const own = groupOf(path)
    if (!isShare) last = own?.group ?? nextOf(path, last)
    const group = own?.group ?? lastOf(path, last)
    const role =
      group === null || isShare ? null : roleOf(path, { group, isOwn: own !== undefined })
    const block = own ? blockOf(path.slice(0, own.level)) : ''
    const isTotal = TOTAL_COLUMN.test(path.at(-1) ?? '')
    return { at, path, block, role, group, isShare, isTotal }
  })
}

/** What came over and what is new may stand left of all that was received, and that without a name. */
function firstGroup(columns: WideTable['columns']): ColumnRole | null {
  return columns.some(({ title }) => groupOf(pathOf(title))) ? 'received' : null
}

/** Heads above a group part columns, such as years, unless they only say that dossiers are resolved. */
function blockOf(above: readonly string[]): string {
  return above.filter((text) => !RESOLVING_ALONE.test(text)).join(BETWEEN_HEADS)
}

/** What stands above all columns is a title, unless none below it says what is counted. */
function withoutTitle(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first] = paths[0] ?? []
  const isShared = paths.every((path) => path.length > 1 && path[0] === first)
  const below = paths.map((path) => path.slice(1))
  return isShared && below.some(groupOf) ? withoutTitle(below) : paths
}

function pathOf(title: string): readonly string[] {
  return title.split(BETWEEN_HEADS).map((text) => folded(text).trim())
}

/** Dossiers whose term is not over are in process, and so are those of the heads behind them. */
function nextOf(path: readonly string[], last: ColumnRole | null): ColumnRole | null {
  return last === 'resolved' && STILL_OPEN.test(path.join(' ')) ? 'pending' : last
}

/** A head of one level without a group of its own belongs to the one that began to its left. */
function lastOf(path: readonly string[], last: ColumnRole | null): ColumnRole | null {
  return path.length === 1 ? last : null
}

function groupOf(path: readonly string[]) {
  for (const [level, text] of path.entries()) {
    const found = COLUMN_GROUPS.find(([, says]) => says.test(text))
    if (found) return narrowerOf(path, level) ?? { group: found[0], level }
  }
  return undefined
}

/** `Giải quyết` above `Đã giải quyết` and `Đang giải quyết` is of both. */
function narrowerOf(path: readonly string[], above: number) {
  if (!RESOLVING_ALONE.test(path[above] ?? '')) return undefined
  const level = path.findIndex((text, at) => at > above && STAGE_OF_RESOLVING.test(text))
  const found = COLUMN_GROUPS.find(([, says]) => says.test(path[level] ?? ''))
  return found && { group: found[0], level }
}

function roleOf(
  path: readonly string[],
  { group, isOwn }: { readonly group: ColumnRole; readonly isOwn: boolean },
): ColumnRole | null {
  const last = path.at(-1) ?? ''
  if (TOTAL_COLUMN.test(last)) return totalOf(path, group)
  if (!COLUMN_PARTS[group]) return path.length === 1 ? group : null
  return partIn(last, group) ?? (isOwn && namesAll(last) ? group : null)
}

function totalOf(path: readonly string[], group: ColumnRole): ColumnRole {
  const isNew = group === 'received' && /\btrong ky\b/.test(path.slice(0, -1).join(' '))
  return isNew ? 'received.new' : group
}

function partIn(text: string, group: ColumnRole): ColumnRole | undefined {
  const holdsCarried = HOLDS_CARRIED.test(text)
  const part = COLUMN_PARTS[group]?.find(
    ([name, says]) => says.test(text) && !(name === 'new' && holdsCarried),
  )
  return part && `${group as 'received'}.${part[0]}`
}

/** Whether a head says no more than what its group counts. */
function namesAll(text: string): boolean {
  const rest = COLUMN_GROUPS.reduce((left, [, says]) => left.replace(says, ' '), text)
  return rest.replace(BESIDE_GROUP, ' ').trim() === ''
}

/** Columns by their roles: those of one block, each role that one column alone has. */
export type Roles = ReadonlyMap<ColumnRole, number>

/** The roles of each block of a table. */
export function rolesByBlock(meanings: readonly ColumnMeaning[]): readonly Roles[] {
  const blocks = Map.groupBy(
    meanings.filter(({ role }) => role !== null),
    ({ block }) => block,
  )
  return [...blocks.values()].map((own) => {
    const byRole = Map.groupBy(own, ({ role }) => role as ColumnRole)
    return new Map(
      [...byRole].flatMap(([role, [one, ...more]]) =>
        one && more.length === 0 ? [[role, one.at]] : [],
      ),
    )
  })
}

/** The columns that make a role up, and whether they leave nothing out; undefined where a part has no column. */
function partsOf(role: ColumnRole, roles: Roles): Omit<ColumnSum, 'total'> | undefined {
  const made = ROLE_PARTS[role]
  if (!made) return undefined
  const found: number[] = []
  let complete = true
  for (const part of made.parts) {
    const own = columnsOf(part, roles)
    if (own) {
      found.push(...own.parts)
      complete &&= own.complete
    } else if (!made.optional?.includes(part)) return undefined
    else if (made.held?.includes(part)) complete = false
  }
  return found.length === 0 ? undefined : { parts: found, complete }
}

/** The columns that hold a role: its own, else those of its parts. */
export function columnsOf(role: ColumnRole, roles: Roles): Omit<ColumnSum, 'total'> | undefined {
  const own = roles.get(role)
  return own === undefined ? partsOf(role, roles) : { parts: [own], complete: true }
}

/** The columns that add others up: by their printed formulas, else by what they mean. */
export function columnSums(
  table: WideTable,
  meanings: readonly ColumnMeaning[],
): readonly ColumnSum[] {
  const printed = table.columns.flatMap(({ totalOf, restOf }, at) => {
    if (restOf) return { total: restOf.whole, parts: [...restOf.without, at], complete: true }
    return totalOf.length > 0 ? { total: at, parts: totalOf, complete: true } : []
  })
  const stated = new Set(printed.map(({ total }) => total))
  const meant = rolesByBlock(meanings).flatMap((roles) =>
    [...roles].flatMap(([role, total]) => {
      const parts = partsOf(role, roles)
      if (!parts || parts.parts.length < 2) return []
      const otherwise = withoutDoubtful(parts.parts, { role, roles })
      return { total, ...parts, ...(otherwise && { otherwise }) }
    }),
  )
  const grouped = wholeGroups(meanings)
  return [...printed, ...[...meant, ...grouped].filter(({ total }) => !stated.has(total))]
}

/** What is early may be on time too, and what came over may stand beside what was received. */
function withoutDoubtful(
  parts: readonly number[],
  { role, roles }: { readonly role: ColumnRole; readonly roles: Roles },
): readonly number[] | undefined {
  const doubtful = DOUBTFUL_PARTS[role]
  const at = doubtful && roles.get(doubtful)
  return at !== undefined && parts.includes(at) ? parts.filter((one) => one !== at) : undefined
}

/** Groups of any subject whose members leave nothing out: the levels of government. */
function wholeGroups(meanings: readonly ColumnMeaning[]): readonly ColumnSum[] {
  return meanings.flatMap(({ at, path, isTotal }) => {
    if (!isTotal) return []
    const group = path.slice(0, -1)
    const members = meanings.filter(
      (one) =>
        one.at !== at && !one.isShare && group.every((text, level) => one.path[level] === text),
    )
    const names = members.map((one) => one.path.slice(group.length).join(' '))
    const isWhole = WHOLE_GROUPS.some(
      (whole) =>
        whole.length === names.length &&
        whole.every((says) => names.some((name) => says.test(name))),
    )
    return isWhole ? { total: at, parts: members.map((one) => one.at), complete: true } : []
  })
}

/** Columns that are parts of another one, whatever else there is. */
export function columnBounds(
  meanings: readonly ColumnMeaning[],
): readonly (readonly [part: number, whole: number])[] {
  return rolesByBlock(meanings).flatMap((roles) =>
    [...roles].flatMap(([role, at]) => {
      const whole = wholeOf(role, roles)
      return whole === undefined ? [] : [[at, whole] as const]
    }),
  )
}

/** The nearest column that holds all of a role and more. */
function wholeOf(role: ColumnRole, roles: Roles): number | undefined {
  const above = (Object.keys(ROLE_PARTS) as ColumnRole[]).find((one) =>
    ROLE_PARTS[one]?.parts.includes(role),
  )
  return above && (roles.get(above) ?? wholeOf(above, roles))
}

/** Received, resolved and in process, and what left without being resolved; `carried` = what came over is in the first. */
export interface ColumnBalance {
  readonly received: number
  readonly closed: readonly number[]
  readonly left: readonly number[]
  readonly carried: boolean
  /** Whether all of them are columns of totals. */
  readonly ofTotals: boolean
}

/** The balances that a table prints, one for each block. */
export function columnBalances(meanings: readonly ColumnMeaning[]): readonly ColumnBalance[] {
  return rolesByBlock(meanings).flatMap((roles) => {
    const received = roles.get('received')
    const [resolved, pending] = [columnsOf('resolved', roles), columnsOf('pending', roles)]
    if (received === undefined || !resolved || !pending) return []
    const left = (['stopped', 'withdrawn'] as const).flatMap((role) => roles.get(role) ?? [])
    const says = meanings[received]?.path.some((text) => HOLDS_CARRIED.test(text)) ?? false
    const carried = says || roles.has('received.carried')
    const ofTotals = roles.has('resolved') && roles.has('pending')
    return { received, closed: [...resolved.parts, ...pending.parts], left, carried, ofTotals }
  })
}
