import { tableOf } from './as-meant.ts'
import type { AuditedRow } from './audited-report.ts'
import type { FigureText } from './figure-text.ts'
import { moneyUnit } from './unit-kind.ts'
import { MONEY_UNITS, THOUSANDS_OF } from './vocabulary/units.ts'

/** In what a row is counted: its figure times `factor` is in `unit`. */
export interface Magnitude {
  readonly unit: string
  readonly factor: number
}

/** The units in which the rows of each table can be compared: `Ngàn hồ sơ` in hồ sơ, money in the smallest of its units. */
export function magnitudesOf(rows: readonly AuditedRow[]): (row: AuditedRow) => Magnitude {
  const smallest = new Map<string, number>()
  for (const row of rows) {
    const size = moneyUnit(row.unit)
    if (size >= 0) smallest.set(tableOf(row), Math.max(size, smallest.get(tableOf(row)) ?? size))
  }
  return (row) => {
    const size = moneyUnit(row.unit)
    if (size === -1) return inOnes(row.unit)
    const least = smallest.get(tableOf(row)) ?? size
    const unit = least === size ? row.unit : (MONEY_UNITS[least]?.name ?? row.unit)
    return { unit, factor: 1000 ** (least - size) }
  }
}

function inOnes(unit: string): Magnitude {
  for (const { says, factor } of THOUSANDS_OF) {
    const rest = unit.normalize('NFC').replace(says, '')
    if (rest !== unit.normalize('NFC')) return { unit: rest.trim(), factor }
  }
  return { unit, factor: 1 }
}

/** A figure in a row's comparable unit; what a word such as `ngàn` or a large unit rounds away is its `step`. */
export function inUnit(
  figure: FigureText,
  { row, factor }: Pick<Magnitude, 'factor'> & { readonly row: AuditedRow },
): FigureText {
  const size = moneyUnit(row.unit)
  const ofUnit = size === -1 ? 1 : 1000 ** (MONEY_UNITS.length - 1 - size)
  const worded = figure.magnitude === 1 ? 1 : figure.magnitude / ofUnit
  return times(figure, worded * factor)
}

/** By what the figures of columns are multiplied to be compared, by the units of their heads: `Kế hoạch (tỷ đồng)`. */
export function factorsOf(heads: readonly string[]): readonly number[] {
  const units = heads.map((head) => /\(([^()]+)\)\s*$/.exec(head.normalize('NFC'))?.[1] ?? '')
  const sizes = units.map((unit) => moneyUnit(unit.replace(/^(đvt|đơn vị tính)\s*:\s*/iu, '')))
  const least = Math.max(...sizes)
  return units.map((unit, at) => {
    const size = sizes[at] ?? -1
    return size === -1 ? inOnes(unit).factor : 1000 ** (least - size)
  })
}

/** A figure of a column by its factor; what was rounded away in a large unit is its `step`. */
export function inColumnUnit(figure: FigureText, factor: number): FigureText {
  return times(figure, figure.magnitude * factor)
}

function times(figure: FigureText, factor: number): FigureText {
  if (factor === 1 || figure.state !== 'number') return figure
  const value = Number((figure.value * factor).toFixed(6))
  return { ...figure, value, decimals: 0, step: 10 ** -figure.decimals * factor }
}
