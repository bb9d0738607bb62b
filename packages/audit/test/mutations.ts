import type { IndicatorCatalogue } from '@cchc/domain/catalogue'
import { type AuditedRow, UNKNOWN_HEAD } from '../src/index.ts'
import { auditContext } from '../src/meaning/audit-context.ts'
import { ratiosWithParts } from '../src/meaning/ratio-parts.ts'
import { sumsWithParts } from '../src/meaning/sum-parts.ts'

/** One change to a report: the rows it leaves, the lines where it shows, and the kinds that it may be told as. */
export interface Mutant {
  readonly rows: readonly AuditedRow[]
  readonly lines: readonly number[]
  readonly kinds: readonly number[]
}

type Mutate = (rows: readonly AuditedRow[], catalogue: IndicatorCatalogue) => readonly Mutant[]

function context(rows: readonly AuditedRow[], catalogue: IndicatorCatalogue) {
  return auditContext({ head: UNKNOWN_HEAD, rows: [...rows] }, catalogue)
}

function changed(
  rows: readonly AuditedRow[],
  ...changes: readonly (Partial<AuditedRow> & { readonly line: number })[]
): readonly AuditedRow[] {
  const byLine = new Map(changes.map((change) => [change.line, change]))
  return rows.map((row) => ({ ...row, ...byLine.get(row.line) }))
}

/** Each row that `when` lets through, changed by `change`. */
function eachRow(
  when: (row: AuditedRow) => boolean,
  { kinds, change }: { kinds: readonly number[]; change: (row: AuditedRow) => Partial<AuditedRow> },
): Mutate {
  return (rows) =>
    rows.filter(when).map((row) => ({
      rows: changed(rows, { line: row.line, ...change(row) }),
      lines: [row.line],
      kinds,
    }))
}

const isCount = ({ value }: AuditedRow) => /^(\d+|\d{1,3}(\.\d{3})+)$/.test(value)
const COUNTED = /Hồ sơ|Thủ tục|Văn bản|Người|Nhiệm vụ|Cơ quan|TTHC|PAKN|Vấn đề|Đơn vị/
const hasFigure = ({ unit, value }: AuditedRow) => unit !== '' && /^[\d.,]+%?$/.test(value)

/** Ways to spoil a report, by name. */
export const MUTATIONS: Readonly<Record<string, Mutate>> = {
  'a percentage three points off': (rows, catalogue) =>
    ratiosWithParts(context(rows, catalogue)).flatMap(({ rate, numerator, denominator }) => {
      const known = [rate, numerator, denominator].every(({ figure }) => figure.state === 'number')
      if (!known || denominator.figure.value === 0) return []
      const { value, decimals } = rate.figure
      const wrong = (value > 50 ? value - 3 : value + 3).toFixed(decimals).replace('.', ',')
      return {
        rows: changed(rows, { line: rate.line, value: wrong }),
        lines: [rate.line],
        kinds: [1],
      }
    }),
  'a part or total one more': (rows, catalogue) =>
    sumsWithParts(context(rows, catalogue))
      .filter(({ certain, complete }) => certain && complete)
      .filter(({ total, parts }) =>
        [total, ...parts].every(({ figure }) => figure.state === 'number'),
      )
      .flatMap(({ total, parts }) =>
        [total, ...parts].map((row) => ({
          rows: changed(rows, { line: row.line, value: String(row.figure.value + 1) }),
          lines: [total.line, row.line],
          kinds: [2, 3],
        })),
      ),
  'numerator and denominator swapped': (rows, catalogue) =>
    ratiosWithParts(context(rows, catalogue)).flatMap(({ numerator, denominator, rate }) => {
      if (!(numerator.figure.value < denominator.figure.value)) return []
      return {
        rows: changed(
          rows,
          { line: numerator.line, value: denominator.value },
          { line: denominator.line, value: numerator.value },
        ),
        lines: [numerator.line, denominator.line, rate.line],
        kinds: [1, 3],
      }
    }),
  'the figure in the unit column': eachRow(hasFigure, {
    kinds: [5],
    change: ({ value }) => ({ unit: value, value: '' }),
  }),
  'the unit in the value column': eachRow(hasFigure, {
    kinds: [5, 7],
    change: ({ unit, value }) => ({ unit: '', value: unit, note: value }),
  }),
  'a code list for a count': eachRow((row) => isCount(row) && COUNTED.test(row.unit), {
    kinds: [5, 7],
    change: () => ({ unit: 'Chưa = 0 Có = 1' }),
  }),
  'a digit of a thousands group lost': eachRow(({ value }) => /^\d{1,3}(\.\d{3})+$/.test(value), {
    kinds: [5],
    change: ({ value }) => ({ value: value.slice(0, -1) }),
  }),
  'the decimal comma of a rate lost': eachRow(
    ({ label, value }) => /^\d+,\d+%?$/.test(value) && /^(- )?Tỷ lệ/.test(label),
    { kinds: [1, 5], change: ({ value }) => ({ value: value.replace(',', '') }) },
  ),
  'a value outside its code list': eachRow(
    ({ unit, value }) => /= 0/.test(unit) && /^\d$/.test(value),
    { kinds: [7], change: () => ({ value: '7' }) },
  ),
  'a code repeated': (rows) =>
    rows.flatMap((row, index) => {
      const before = rows[index - 1]
      const next = (code: string) => code.replace(/\.$/, '').split('.')
      const [own, last] = [next(row.code), next(before?.code ?? '')]
      const follows = own.length > 1 && own.length === last.length && /^\d/.test(last[0] ?? '')
      if (!before || !follows) return []
      return {
        rows: changed(rows, { line: row.line, code: before.code }),
        lines: [row.line],
        kinds: [6],
      }
    }),
  'a figure left blank': eachRow((row) => isCount(row) && COUNTED.test(row.unit), {
    kinds: [8],
    change: () => ({ value: '' }),
  }),
}

/** Ways to write the same report differently, by name: none of them is a defect. */
export const REWRITINGS: Readonly<Record<string, (row: AuditedRow) => Partial<AuditedRow>>> = {
  'no dots between thousands': ({ value }) =>
    /^\d{1,3}(\.\d{3})+$/.test(value) ? { value: value.replaceAll('.', '') } : {},
  'a space before the percent sign': ({ value }) => ({ value: value.replace(/(\d)%$/, '$1 %') }),
  'a decimal point in rates': ({ value }) =>
    /^\d+,\d+%?$/.test(value) ? { value: value.replace(',', '.') } : {},
  'no percent sign where the unit has it': ({ unit, value }) =>
    unit === '%' ? { value: value.replace(/^([\d,]+)%$/, '$1') } : {},
  'counts with a leading zero': ({ unit, value }) =>
    /^[1-9]$/.test(value) && !unit.includes('=') ? { value: `0${value}` } : {},
  'words for zero': ({ unit, value }) =>
    value === '0' && /^\p{L}/u.test(unit) && !unit.includes('=') ? { value: 'Không' } : {},
  'words before percentages': ({ value }) =>
    /^[\d,]+%$/.test(value) ? { value: `đạt ${value}` } : {},
  'thousands with a comma': ({ value }) =>
    /^\d{1,3}\.\d{3}$/.test(value) ? { value: value.replace('.', ',') } : {},
  'decomposed letters': ({ label, unit }) => ({
    label: label.normalize('NFD'),
    unit: unit.normalize('NFD'),
  }),
  'capital labels': ({ label }) => ({ label: label.toUpperCase() }),
  'another last sign': ({ label }) => ({ label: `${label.replace(/[.:;]+$/, '')};` }),
  'long forms of abbreviations': ({ label }) => ({
    label: label
      .replaceAll('TTHC', 'thủ tục hành chính')
      .replaceAll('VBQPPL', 'văn bản quy phạm pháp luật')
      .replaceAll('ĐVSNCL', 'đơn vị sự nghiệp công lập'),
  }),
  'codes without their last dot': ({ code }) => ({ code: code.replace(/\.$/, '') }),
}
