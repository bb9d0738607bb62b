import { asMeant } from './as-meant.ts'
import type { AuditedRow } from './audited-report.ts'
import { type FigureText, readFigureText } from './figure-text.ts'
import { labelKey } from './label-key.ts'
import { inUnit, type Magnitude, magnitudesOf } from './magnitudes.ts'
import { ANNOUNCED, TABLE_HEAD, TONED_RATE } from './vocabulary/labels.ts'

/**
 * A row in its place, its words tidied: what stands above and below it, and its figure in the unit of `counted`, in which
 * the rows of its table can be compared. `places` name it as `3.4.7.1/1` or `III/3.1`.
 */
export interface OutlineRow extends AuditedRow {
  readonly index: number
  readonly key: string
  readonly segments: readonly string[]
  readonly scope: number
  readonly parent: OutlineRow | null
  readonly children: OutlineRow[]
  readonly rate: boolean
  readonly figure: FigureText
  /** The unit of its figure, and how many of them its own unit is. */
  readonly counted: Magnitude
  readonly places: readonly string[]
}

const ROMAN = /^[IVX]+$/
/** What heads a group: I, II or A, B. */
const GROUP = /^(?:[IVX]+|[A-ZĐ])$/u
const LETTER = /^[a-zđ]$/u

/** Segments of a printed code: `3.4.7.1.` -> 3, 4, 7, 1; none for a blank, a dash or words such as `Trong đó`. */
function codeSegments(code: string): readonly string[] {
  const plain = code.replace(/[.)\s]+$/, '')
  if (GROUP.test(plain) || LETTER.test(plain)) return [plain]
  if (/^(?:[IVX]+|\d+)(?:\.\d+)*$/.test(plain)) return plain.split('.')
  const lettered = /^(\d+(?:\.\d+)*)\.?([a-zđ])$/u.exec(plain)
  return lettered ? [...(lettered[1] ?? '').split('.'), lettered[2] ?? ''] : []
}

/** Puts rows into the order that their codes and places give them; rows without a code belong to the one above. */
export function outline(rows: readonly AuditedRow[]): readonly OutlineRow[] {
  const meant = asMeant(rows)
  const state: State = {
    open: [],
    scope: 0,
    last: null,
    places: new Map(),
    magnitudeOf: magnitudesOf(meant),
  }
  return meant.map((row, index) => place(state, { row, index }))
}

interface State {
  open: { depth: number; row: OutlineRow }[]
  scope: number
  last: AuditedRow | null
  readonly places: Map<string, number>
  readonly magnitudeOf: (row: AuditedRow) => Magnitude
}

function place(state: State, { row, index }: { row: AuditedRow; index: number }): OutlineRow {
  const segments = codeSegments(row.code)
  if (opensTable(state, row, segments)) {
    state.scope += 1
    state.open = []
  }
  state.last = row
  const depth = segments.length > 0 ? depthOf(segments) : bulletDepth(row)
  state.open = state.open.filter((entry) => entry.depth < depth)
  const parent = state.open.at(-1)?.row ?? null
  const rate = TONED_RATE.test(row.label) || row.unit.includes('%')
  const counted = state.magnitudeOf(row)
  const made: OutlineRow = {
    ...row,
    counted,
    index,
    key: labelKey(row.label),
    segments,
    scope: state.scope,
    parent,
    children: [],
    rate,
    figure: inUnit(readFigureText(row.value, { rate }), { row, factor: counted.factor }),
    places: placesOf(state, { segments, parent }),
  }
  parent?.children.push(made)
  if (segments.length > 0 || row.unit !== '') state.open.push({ depth, row: made })
  return made
}

/** Rows without a code: plain ones below the code above, `-` and `Trong đó` below those, `+` below `-`. */
function bulletDepth({ code, label }: AuditedRow): number {
  const marked = code === '' ? label : code
  if (/^\+/.test(marked)) return 93
  return /^[-–•*]/.test(marked) || ANNOUNCED.test(marked) ? 92 : 91
}

function opensTable(state: State, row: AuditedRow, segments: readonly string[]): boolean {
  const { last } = state
  if (last && row.sheet !== last.sheet) return true
  const [first = '', ...others] = segments
  if (first === '') return TABLE_HEAD.test(row.label) && row.unit === ''
  if (others.length > 0) return false
  const begins = last !== null && (isTitle(last) || row.table !== last.table)
  return GROUP.test(first) || (first === '1' && begins)
}

/** A line of words alone, after which numbering begins anew. */
function isTitle({ code, unit, value, label }: AuditedRow): boolean {
  const bare = unit === '' && value === '' && codeSegments(code).length === 0
  return bare && !/^[-–+•]/.test(label)
}

function depthOf(segments: readonly string[]): number {
  const [first = ''] = segments
  if (ROMAN.test(first)) return segments.length - 1
  if (GROUP.test(first)) return -1
  return LETTER.test(first) ? 90 : segments.length
}

function placesOf(
  { places }: State,
  { segments, parent }: { segments: readonly string[]; parent: OutlineRow | null },
): readonly string[] {
  const own = segments.join('.')
  const names =
    own === ''
      ? (parent?.places ?? []).map((above) => `${above}/${uncoded(parent) + 1}`)
      : [own, ...groupOf(parent).map((group) => `${group}/${own}`)]
  return names.map((name) => numbered(places, name))
}

function groupOf(parent: OutlineRow | null): readonly string[] {
  for (let above = parent; above; above = above.parent) {
    const [first = ''] = above.segments
    if (GROUP.test(first)) return [first]
  }
  return []
}

function uncoded(parent: OutlineRow | null): number {
  return (parent?.children ?? []).filter((row) => row.segments.length === 0).length
}

function numbered(places: Map<string, number>, name: string): string {
  const count = (places.get(name) ?? 0) + 1
  places.set(name, count)
  return count === 1 ? name : `${name}#${count}`
}
