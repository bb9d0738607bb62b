import { Day, type Fault, parseDay, type Succession, type SuccessionKind, say } from '@cchc/domain'
import type { GivenFile } from '../grid/read-grids.ts'
import { type NamedUnit, type NewUnit, newUnits, unitsNamedTwice } from './new-units.ts'
import type { HeadedRow, Heads } from './table-by-heads.ts'
import { refuseFaults, tableByHeads } from './table-by-heads.ts'

type Column = 'from' | 'fromCode' | 'to' | 'toCode' | 'date' | 'decision'

const OLD_CODE = /^ma\b.* (cu|truoc)\b/
const NEW_CODE = /^ma\b.* (moi|sau)\b/

const HEADS: Heads<Column> = {
  from: {
    head: /^(don vi|xa|co quan)( hanh chinh)? (cu|truoc)\b/,
    otherwise: OLD_CODE,
    title: 'Đơn vị cũ',
  },
  fromCode: { head: OLD_CODE },
  to: {
    head: /^(don vi|xa|co quan)( hanh chinh)? (moi|sau)\b/,
    otherwise: NEW_CODE,
    title: 'Đơn vị mới',
  },
  toCode: { head: NEW_CODE },
  date: { head: /^(ngay|tu ngay|hieu luc|thoi diem)\b/, title: 'Ngày' },
  decision: { head: /^(quyet dinh|nghi quyet|can cu|van ban)\b/ },
}

interface Step {
  readonly from: string
  readonly to: string
  readonly date: Day
  readonly decision: string
  /** What the table calls the new unit, where that is the name of none that is known. */
  readonly named?: NamedUnit
}

/** Who took over from whom, and the new units that a table names. */
export interface ReadSuccessions {
  readonly successions: readonly Succession[]
  readonly units: readonly NewUnit[]
}

/** The code that a unit's name or code in a table means; undefined for none, or several. */
export type CodeOf = (unit: string) => string | undefined

/**
 * Reads who took over from whom from a table (xlsx, csv and others: Đơn vị cũ, Đơn vị mới, Ngày, Quyết định, and codes beside the names), one old and
 * one new unit a row. A unit in several rows was split: the first of its successors holds what is not known to be another's.
 * Throws a UsageError that names every fault with its cell.
 */
export async function readSuccessionFile(
  file: GivenFile,
  codeOf: CodeOf,
): Promise<ReadSuccessions> {
  const missing = say('No table of old and new units was found in {file}.', { file: file.name })
  const rows = await tableByHeads(file, { heads: HEADS, missing })
  const read = rows.map((row) => stepOf(row, codeOf))
  const steps = read.flatMap(({ step }) => step ?? [])
  const named = steps.flatMap((step) => step.named ?? [])
  refuseFaults(file, [...read.flatMap(({ faults }) => faults), ...unitsNamedTwice(named)])
  const byDate = [...Map.groupBy(steps, ({ date }) => date).values()]
  return { successions: byDate.flatMap(successionsOf), units: newUnits(named) }
}

function stepOf(
  row: HeadedRow<Column>,
  codeOf: CodeOf,
): { readonly step?: Step; readonly faults: readonly Fault[] } {
  const { text, at } = row
  const from = unitOf(row, { name: 'from', code: 'fromCode' }, codeOf)
  const to = unitOf(row, { name: 'to', code: 'toCode' }, codeOf)
  const date = dayOf(text.date)
  if (typeof from === 'string' && typeof to === 'string' && date !== undefined) {
    const name = text.to.trim()
    const isNew = text.toCode.trim() !== '' && name !== '' && codeOf(name) === undefined
    const named = isNew ? { named: { code: to, name, from: date, path: at('to') } } : {}
    return { step: { from, to, date, decision: text.decision.trim(), ...named }, faults: [] }
  }
  const units = [from, to].flatMap((unit) => (typeof unit === 'string' ? [] : unit))
  const day = date === undefined ? [{ path: at('date'), message: say('is no day') }] : []
  return { faults: [...units, ...day] }
}

/** The code of a unit that a row names: by a column of codes where it gives one, which its name must not contradict. */
function unitOf(
  { text, at }: HeadedRow<Column>,
  column: { readonly name: Column; readonly code: Column },
  codeOf: CodeOf,
): string | Fault {
  const given = text[column.code].trim() === '' ? column.name : column.code
  const [code, named] = [codeOf(text[given]), codeOf(text[column.name])]
  const shown = (unit: string) => JSON.stringify(unit.slice(0, 60))
  if (code === undefined) {
    const unit = shown(text[given])
    const message = say('{unit} is no code, and the name of no one unit that is known', { unit })
    return { path: at(given), message }
  }
  if (named === undefined || named === code) return code
  const said = { unit: shown(text[column.name]), code, known: named }
  return {
    path: at(given),
    message: say('says {code}, and {unit} beside it is known as {known}', said),
  }
}

function dayOf(text: string): Day | undefined {
  const plain = text.trim().slice(0, 10)
  return Day.safeParse(plain).success ? plain : parseDay(text)
}

/** Those of one day: splits by the old unit, and by the new unit what it took over whole. */
function successionsOf(steps: readonly Step[]): Succession[] {
  const byOld = [...Map.groupBy(steps, ({ from }) => from).values()]
  const split = byOld.filter((own) => targetsOf(own).length > 1)
  const whole = byOld.filter((own) => targetsOf(own).length === 1).flatMap((own) => own[0] ?? [])
  const besides = new Set(split.flatMap(targetsOf))
  return [
    ...split.flatMap((own) => splitOf(own)),
    ...[...Map.groupBy(whole, ({ to }) => to)].flatMap(([to, own]) =>
      wholeOf(own, { isShared: besides.has(to) }),
    ),
  ]
}

function targetsOf(own: readonly Step[]): string[] {
  return [...new Set(own.map(({ to }) => to))]
}

function splitOf(own: readonly Step[]): Succession[] {
  const [first] = own
  const to = targetsOf(own)
  if (!first) return []
  const heir = to.includes(first.from) ? first.from : first.to
  return [{ ...base(own, first), kind: 'split', from: [first.from], to, default: heir }]
}

/** What goes to one successor whole. A unit that only goes on is no succession. */
function wholeOf(own: readonly Step[], { isShared }: { readonly isShared: boolean }): Succession[] {
  const [first] = own
  const from = [...new Set(own.map((one) => one.from))]
  if (!first || (from.length === 1 && first.from === first.to)) return []
  const kind: SuccessionKind = from.length > 1 ? 'merged' : isShared ? 'abolished' : 'renamed'
  return [{ ...base(own, first), kind, from, to: [first.to] }]
}

function base(own: readonly Step[], { date }: Step): Pick<Succession, 'date' | 'legalBasis'> {
  const decisions = [...new Set(own.map(({ decision }) => decision))].filter((text) => text !== '')
  return { date, ...(decisions.length > 0 && { legalBasis: decisions.join('; ').slice(0, 300) }) }
}
