import { Day, type Fault, parseDay, say } from '@cchc/domain'
import type { GivenFile } from '../grid/read-grids.ts'
import { type NewUnit, newUnits, unitsNamedTwice } from './new-units.ts'
import { type Step, successionsOf, type ToldSuccession } from './succession-steps.ts'
import type { HeadedRow, Heads } from './table-by-heads.ts'
import { refuseFaults, tableByHeads } from './table-by-heads.ts'

type Column = 'from' | 'fromCode' | 'to' | 'toCode' | 'date' | 'decision'

const OLD_CODE = /^ma\b.* (cu|truoc)\b/
const NEW_CODE = /^ma\b.* (moi|sau)\b/

const UNIT = String.raw`(ten |cac )*(don vi|dvhc|xa|phuong|dac khu|co quan|to chuc)\b`

const HEADS: Heads<Column> = {
  from: {
    head: new RegExp(`^${UNIT}(?!.*\\b(moi|sau)\\b).*\\b(cu|truoc)\\b`),
    otherwise: OLD_CODE,
    title: 'Đơn vị cũ',
    spans: true,
  },
  fromCode: { head: OLD_CODE, spans: true },
  to: {
    head: new RegExp(`^${UNIT}.*\\b(moi|sau)\\b`),
    otherwise: NEW_CODE,
    title: 'Đơn vị mới',
    spans: true,
  },
  toCode: { head: NEW_CODE, spans: true },
  date: {
    head: /^(ngay|tu ngay|hieu luc|co hieu luc|thoi diem)\b/,
    title: 'Ngày',
    spans: true,
  },
  decision: {
    head: /^(so )?(quyet dinh|nghi quyet|can cu|van ban)\b/,
    title: 'Quyết định',
    spans: true,
  },
}

/** Who took over from whom, and the new units that a table names. */
export interface ReadSuccessions {
  readonly successions: readonly ToldSuccession[]
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
  const units = [from, to].flatMap((unit) => (typeof unit === 'string' ? [] : unit))
  const faults = [...units, ...dayFaults(row, date), ...decisionFaults(row)]
  if (faults.length > 0 || typeof from !== 'string' || typeof to !== 'string' || !date)
    return { faults }
  const name = text.to.trim()
  const isNew = text.toCode.trim() !== '' && name !== '' && codeOf(name) === undefined
  const named = isNew ? { named: { code: to, name, from: date, path: at('to') } } : {}
  return { step: { from, to, date, decision: text.decision.trim(), ...named, at }, faults: [] }
}

/** Days of other centuries are slips of the pen. */
const YEARS = { first: '1945', last: '2099' }

function dayFaults({ text, at }: HeadedRow<Column>, date: Day | undefined): Fault[] {
  const path = at('date')
  if (text.date.trim() === '') return [{ path, message: say('is blank') }]
  if (date === undefined) return [{ path, message: say('is no day') }]
  const year = date.slice(0, 4)
  const isLikely = year >= YEARS.first && year <= YEARS.last
  return isLikely ? [] : [{ path, message: say('is no day from {first} to {last}', YEARS) }]
}

/** What is to be cited needs its number. */
function decisionFaults({ text, at }: HeadedRow<Column>): Fault[] {
  const decision = text.decision.trim()
  if (decision === '') {
    const message = say('names no decision: who took over from whom needs the text that says so')
    return [{ path: at('decision'), message }]
  }
  if (/\d/.test(decision)) return []
  const said = { text: JSON.stringify(decision.slice(0, 60)) }
  return [{ path: at('decision'), message: say('{text} has no number of a decision', said) }]
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

const ISO_DAY = /^(\d{4}-\d{2}-\d{2})([T ][\d:.Z]+)?$/
const CLOCK = / \d{1,2}:\d{2}(:\d{2})?$/

function dayOf(text: string): Day | undefined {
  const plain = text.trim()
  const iso = ISO_DAY.exec(plain)?.[1]
  if (iso !== undefined) return Day.safeParse(iso).success ? iso : undefined
  return parseDay(plain.replace(CLOCK, ''))
}
