import { folded, parseCodeList } from '@cchc/domain'
import { COUNTED_UNIT, MONEY_UNITS, PERCENT_UNIT, UNIT_NAME } from './vocabulary/units.ts'

/** What a text in the unit column says. `figure` = it is no unit at all but a number. */
export type UnitKind = 'none' | 'percent' | 'count' | 'money' | 'codes' | 'figure' | 'other'

/** Tells what kind of unit a form's unit column names. */
export function unitKind(unit: string): UnitKind {
  const text = folded(unit)
  if (text === '' || /^[-–—]$/.test(text)) return 'none'
  if (/^[\d.,\s]+%?$/.test(text)) return 'figure'
  if (PERCENT_UNIT.test(text)) return 'percent'
  if (printedCodes(unit).length >= 2) return 'codes'
  if (moneyUnit(unit) !== -1) return 'money'
  return COUNTED_UNIT.test(text) ? 'count' : 'other'
}

/** Whether a text is the name of a unit and nothing else. */
export function isUnitName(text: string): boolean {
  return UNIT_NAME.test(folded(text)) || moneyUnit(text) !== -1
}

/** Which of `MONEY_UNITS` a text names, from 0; -1 = none. */
export function moneyUnit(text: string): number {
  const named = folded(text)
  return MONEY_UNITS.findIndex(({ written }) => written.test(named))
}

type Codes = ReturnType<typeof parseCodeList>

/** A code list as forms print it, `Chưa = 0 Hoàn thành = 1`, or the other way round, `0: Chưa; 1: Hoàn thành`. */
export function printedCodes(unit: string): Codes {
  const codes = parseCodeList(unit).map(({ code, label }) => {
    return { code, label: label.replace(/^[^\p{L}\d]+/u, '') }
  })
  if (codes.length > 0) return codes
  const reversed = unit.normalize('NFC').matchAll(/(?<![\d.,])(\d)\s*[=:]\s*(\p{L}[^\d=:;,/]*)/gu)
  const found = [...reversed]
  if (found.length === 0) return withColons(unit)
  return found.map(([, code, label = '']) => ({ code: Number(code), label: label.trim() }))
}

/** `Chưa: 0; Đã kết nối: 1`. */
function withColons(unit: string): Codes {
  const pairs = unit.normalize('NFC').matchAll(/(\p{L}[^\d=:;,/]*):\s*(\d)(?![\d.,%])/gu)
  return [...pairs].map(([, label = '', code]) => ({ code: Number(code), label: label.trim() }))
}
