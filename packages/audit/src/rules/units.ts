import { type AuditContext, finding, sentence, whereIs } from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import { isUnitName, unitKind } from '../meaning/unit-kind.ts'

/** Kind 5, in the unit column: a figure instead of a unit, and units that do not fit what the row counts. */
export function unitFindings(context: AuditContext): readonly Finding[] {
  return context.rows.flatMap((row) => {
    const problem =
      figureAsUnit(row) ?? unitAsFigure(row) ?? noFigure(row) ?? wrongUnit(row, context)
    return problem ? [problem] : []
  })
}

function figureAsUnit(row: OutlineRow): Finding | undefined {
  if (unitKind(row.unit) !== 'figure') return undefined
  const blank = row.figure.state === 'blank'
  return finding([row], {
    rule: 'figure-in-unit-column',
    kind: 5,
    severity: 'error',
    printed: `đơn vị tính “${row.unit.trim()}”, số liệu “${row.value.trim()}”`,
    expected: expectedUnit(row),
    explanation: sentence(
      `${whereIs(row)} ghi “${row.unit.trim()}” ở cột Đơn vị tính${blank ? ', còn cột Số liệu để trống' : ''}: số liệu bị ghi lệch cột.`,
    ),
  })
}

/** A unit where the figure belongs: `Văn bản`, `%`, or the whole code list. */
function unitAsFigure(row: OutlineRow): Finding | undefined {
  const kind = unitKind(row.value)
  const named = kind === 'percent' || kind === 'codes' || isUnitName(row.value)
  if (row.figure.state !== 'words' || !named) return undefined
  return finding([row], {
    rule: 'unit-in-value-column',
    kind: 5,
    severity: 'error',
    printed: `đơn vị tính “${row.unit.trim()}”, số liệu “${row.value.trim()}”`,
    expected: 'một con số',
    explanation: sentence(
      `${whereIs(row)} ghi “${row.value.trim()}” ở cột Số liệu: đây là đơn vị tính, số liệu bị ghi lệch cột.`,
    ),
  })
}

const NUMBERED = new Set<string>(['percent', 'count', 'money'])

/** One short word such as `9x7` or `n/a` where a number belongs; sentences may say why there is none. */
function noFigure(row: OutlineRow): Finding | undefined {
  const text = row.value.trim()
  if (row.figure.state !== 'words' || !NUMBERED.has(unitKind(row.unit))) return undefined
  if (text.length > 12 || /\s/.test(text)) return undefined
  return finding([row], {
    rule: 'figure-unreadable',
    kind: 5,
    severity: 'warning',
    printed: `“${text}”`,
    expected: 'một con số',
    explanation: sentence(`${whereIs(row)} ghi “${text}”, không đọc được thành một con số.`),
  })
}

function expectedUnit(row: OutlineRow): string {
  if (row.rate) return '%'
  return row.figure.state === 'blank' ? `số liệu “${row.unit.trim()}”` : 'tên đơn vị tính'
}

function wrongUnit(row: OutlineRow, context: AuditContext): Finding | undefined {
  if (row.figure.state === 'blank' || row.figure.state === 'not_applicable') return undefined
  return codesForCount(row, context) ?? rateWithoutPercent(row) ?? countInPercent(row)
}

function codesForCount(row: OutlineRow, { meaning }: AuditContext): Finding | undefined {
  if (unitKind(row.unit) !== 'codes') return undefined
  const known = meaning.get(row)
  const partOfCount =
    row.parent !== null &&
    /^(so|tong so) /.test(row.parent.key) &&
    unitKind(row.parent.unit) === 'count' &&
    /^cap (tinh|huyen|xa)$/.test(row.key)
  const count =
    known?.certain && (known.indicator.kind === 'count' || known.indicator.kind === 'money')
  if (!partOfCount && !count && !/^(tong so|so luong) /.test(row.key)) return undefined
  const unit = row.parent && partOfCount ? row.parent.unit : (known?.indicator.unit ?? '')
  return finding([row], {
    rule: 'code-list-for-count',
    kind: 5,
    severity: 'error',
    printed: `đơn vị tính “${row.unit.trim()}”, số liệu “${row.value.trim()}”`,
    expected: unit === '' ? 'đơn vị đếm' : unit,
    explanation: sentence(
      `${whereIs(row)} là số đếm${unit === '' ? '' : ` (${unit})`} nhưng cột Đơn vị tính lại in bảng mã “${row.unit.trim()}”, nên không rõ ${row.value.trim()} là số lượng hay mã.`,
    ),
  })
}

/** A rate must say that it is one; `1` alone may be 100 % or one agency. */
function rateWithoutPercent(row: OutlineRow): Finding | undefined {
  const kind = unitKind(row.unit)
  const { value, percent, state } = row.figure
  if (!/^ty le\b/.test(row.key) || state !== 'number' || percent || value === 0) return undefined
  if (kind === 'percent' || kind === 'figure' || row.unit.includes('%')) return undefined
  const unclear = kind === 'none' ? value <= 1 : kind !== 'other'
  return finding([row], {
    rule: 'rate-without-percent',
    kind: 5,
    severity: unclear ? 'error' : 'warning',
    printed: `đơn vị tính “${row.unit.trim()}”, số liệu “${row.value.trim()}”`,
    expected: '%',
    explanation: sentence(
      `${whereIs(row)} là tỷ lệ nhưng cột Đơn vị tính ${kind === 'none' ? 'để trống' : `ghi “${row.unit.trim()}”`}; số liệu ${row.value.trim()} không rõ là phần trăm hay số lượng.`,
    ),
  })
}

/** With its tone: `Số …` counts, `Sở …` is an agency; `Số hóa …` makes digital. */
const COUNTS = /^\s*(?:[-–+•]\s*)?(?:tổng\s+)?số\s(?!h(?:óa|oá)\s)/iu

function countInPercent(row: OutlineRow): Finding | undefined {
  const counts = COUNTS.test(row.label.normalize('NFC')) && !/ty le|phan tram/.test(row.key)
  const unitSays = unitKind(row.unit) === 'percent'
  if (!counts || !(unitSays || wholePercent(row))) return undefined
  return finding([row], {
    rule: 'count-in-percent',
    kind: 5,
    severity: 'error',
    printed: `đơn vị tính “${row.unit.trim()}”, số liệu “${row.value.trim()}”`,
    expected: 'số lượng',
    explanation: sentence(
      `${whereIs(row)} là số lượng nhưng ${unitSays ? 'cột Đơn vị tính ghi %' : `số liệu lại ghi ${row.value.trim()}`}: cần ghi số đếm, không ghi tỷ lệ.`,
    ),
  })
}

function wholePercent(row: OutlineRow): boolean {
  return row.figure.percent && row.figure.fraction === null && /^[\d.,\s]+%$/.test(row.value.trim())
}
