import { folded, parseCodeList } from '@cchc/domain'
import { COUNTED_UNIT, MONEY, PERCENT_UNIT, UNIT_NAME } from './vocabulary/units.ts'

/** What a text in the unit column says. `figure` = it is no unit at all but a number. */
export type UnitKind = 'none' | 'percent' | 'count' | 'money' | 'codes' | 'figure' | 'other'

/** Tells what kind of unit a form's unit column names. */
export function unitKind(unit: string): UnitKind {
  const text = folded(unit.trim())
  if (text === '' || /^[-–—]$/.test(text)) return 'none'
  if (/^[\d.,\s]+%?$/.test(text)) return 'figure'
  if (PERCENT_UNIT.test(text)) return 'percent'
  if (printedCodes(unit).length >= 2) return 'codes'
  if (MONEY.test(text)) return 'money'
  return COUNTED_UNIT.test(text) ? 'count' : 'other'
}

/** Whether a text is the name of a unit and nothing else. */
export function isUnitName(text: string): boolean {
  return UNIT_NAME.test(folded(text.trim()))
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
