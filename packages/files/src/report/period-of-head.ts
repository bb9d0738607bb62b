import { folded, periodInWords } from '@cchc/domain'
import { columnOf } from './find-columns.ts'

const TITLE = /^\(?(?:bao cao|bieu|phu luc|thong ke|tong hop|ket qua|so lieu)\b/
const STATED = /^\(?k[yi](?: bao cao| so lieu)?\s*:/
const OTHERS =
  /[\s(,;.-]+(?:so voi|cung ky|ky truoc|phuong huong|nhiem vu trong tam|va nhiem vu|du kien|kem theo|ban hanh|can cu|theo)\b.*$/s
const DATED = /\bngay\b[^a-z]*\bthang\b/
const PART = /\b(?:(?:quy|thang|tuan) ?(?:\d+|i{1,3}|iv)\b|(?:\d+|ba|sau|chin) thang\b|q[1-4]\b)/g
const PLAN = /\b(?:ke hoach|chuong trinh|nghi quyet|de an|du toan)\b/
const YEAR = /^\d{4}$/

const BESIDE: readonly string[] = ['code', 'label', 'unit']
const LINES_OF_TITLE = 3

/**
 * The period that the head of a report names in words, written in short (`2026-Q2`): of its own line, else of the title.
 * null where nothing names one or several are named; dates of documents and periods to compare with are none.
 */
export function periodOfHead(lines: readonly string[]): string | null {
  const above = untilColumns(lines.filter((line) => line !== '')).map(folded)
  const stated = above.filter((line) => STATED.test(line) || periodInWords(line)?.isWhole)
  return only(stated) ?? only(titleLines(above))
}

/** What stands above the heads of the columns; a title begins like the head of the figures: “Kết quả …”. */
function untilColumns(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => BESIDE.includes(columnOf(line) ?? 'value'))
  return first === -1 ? lines : lines.slice(0, first)
}

function titleLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => TITLE.test(line))
  return first === -1 ? [] : lines.slice(first, first + LINES_OF_TITLE)
}

function only(lines: readonly string[]): string | null {
  const [named = null, ...others] = new Set(lines.flatMap((line) => periodIn(line) ?? []))
  return others.length === 0 ? named : null
}

function periodIn(line: string): string | undefined {
  if (DATED.test(line)) return undefined
  const own = line.replace(OTHERS, '')
  const parts = own.match(PART)?.length ?? 0
  const written = periodInWords(own)?.written
  if (written === undefined || parts > 1) return undefined
  const isOfYear = YEAR.test(written)
  return isOfYear && (parts > 0 || PLAN.test(own)) ? undefined : written
}
