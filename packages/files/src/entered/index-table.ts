import { type Fault, parseNumber, say } from '@cchc/domain'
import type { GivenFile } from '../grid/read-grids.ts'
import { type HeadedRow, type Heads, refuseFaults, tableByHeads } from './table-by-heads.ts'

type Column = 'code' | 'label' | 'max' | 'points' | 'rank' | 'target' | 'assignee' | 'action'
type Row = HeadedRow<Column>

const HEADS: Heads<Column> = {
  code: { head: /^(tt|stt|ma|ma so|ma tieu chi)$/, title: 'STT' },
  label: { head: /^(linh vuc|tieu chi|noi dung)\b/, title: 'Tiêu chí' },
  max: { head: /^(diem toi da|diem chuan|thang diem)\b/, title: 'Điểm tối đa' },
  points: { head: /^(diem dat|ket qua|diem so)\b|^diem$/, title: 'Điểm đạt' },
  rank: { head: /^(xep hang|thu hang|vi thu)\b/ },
  target: { head: /^(muc tieu|chi tieu)\b/ },
  assignee: { head: /^(phan cong|don vi|phu trach|trach nhiem)\b/ },
  action: { head: /^(giai phap|nhiem vu|bien phap)\b/ },
}

/**
 * The result of an index as a table: rows of domains (code `3`), of criteria below them (`3.1.2`) of which those with
 * lost points are kept, and the total (`Tổng`). Throws a UsageError that names every fault by its cell.
 */
export async function indexTable(
  file: GivenFile,
  of: { readonly agency: string; readonly year: number | undefined },
): Promise<unknown> {
  const missing = say('No table of an index was found in {file}.', { file: file.name })
  const rows = await tableByHeads(file, { heads: HEADS, missing })
  const faults: Fault[] = []
  const score = (row: Row) => scoreOf(row, faults)
  const total = rows.find(({ text }) => /^t[ổô]ng/iu.test(text.label.normalize('NFC')))
  if (!total) faults.push({ path: file.name, message: say('has no row “Tổng” with the total') })
  const domains = rows.filter(({ text }) => /^\d+\.?$/.test(text.code) && text.label !== '')
  const criteria = rows.filter(({ text }) => /^\d+(\.\d+)+\.?$/.test(text.code))
  const document = {
    year: of.year,
    total: total && score(total),
    rank: total ? rankOf(total, faults) : null,
    domains: domains.map((row, index) => ({
      number: index + 1,
      code: plainCode(row),
      label: row.text.label,
      score: score(row),
      rank: rankOf(row, faults),
      target: row.text.target === '' ? null : targetOf(row, faults),
    })),
    lostCriteria: criteria.flatMap((row) => lostCriterion(row, score(row)) ?? []),
  }
  if (of.year === undefined) faults.push({ path: 'year', message: say('is needed for a table') })
  refuseFaults(file, faults)
  return document
}

interface Points {
  readonly points: number
  readonly max: number
}

function scoreOf(row: Row, faults: Fault[]): Points {
  const points = numberIn(row, 'points', faults)
  const max = numberIn(row, 'max', faults)
  if (points > max) faults.push({ path: row.at('points'), message: say('is above the maximum') })
  return { points, max }
}

function targetOf(row: Row, faults: Fault[]): Points {
  return { points: numberIn(row, 'target', faults), max: parseNumber(row.text.max)?.value ?? 0 }
}

function numberIn(row: Row, column: 'points' | 'max' | 'target', faults: Fault[]): number {
  const read = parseNumber(row.text[column])
  if (read && !read.percent) return read.value
  const text = JSON.stringify(row.text[column])
  faults.push({ path: row.at(column), message: say('{text} is no number', { text }) })
  return 0
}

/** `13/20`; blank = not stated. */
function rankOf({ text, at }: Row, faults: Fault[]): { rank: number; of: number } | null {
  if (text.rank === '' || text.rank === '-') return null
  const [, rank, of] = /^(\d+)\s*\/\s*(\d+)$/.exec(text.rank) ?? []
  if (rank !== undefined && of !== undefined) return { rank: Number(rank), of: Number(of) }
  faults.push({ path: at('rank'), message: say('must be a place among so many, such as 13/20') })
  return null
}

function lostCriterion({ text, ...row }: Row, { points, max }: Points) {
  if (points >= max) return undefined
  const code = plainCode({ text, ...row })
  return {
    code,
    label: text.label,
    domainCode: code.split('.')[0],
    assignedTo: text.assignee.split(/[;\n]/).flatMap((name) => name.trim() || []),
    action: text.action === '' ? null : text.action,
    pointsLost: Math.round((max - points) * 1000) / 1000,
  }
}

function plainCode({ text }: Row): string {
  return text.code.replace(/\.$/, '')
}
