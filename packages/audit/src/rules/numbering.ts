import { type AuditContext, finding, sentence, shortLabel } from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import type { OutlineRow } from '../meaning/outline.ts'

/** Kind 6: codes that occur twice, do not continue their heading's code, or leave one out. */
export function numberingFindings(context: AuditContext): readonly Finding[] {
  const coded = context.rows.filter((row) => row.segments.length > 0)
  const heads = coded.filter((row) => isMisnumberedHead(row, coded))
  const misplaced = misplacedByParent(
    coded.filter((row) => row.parent === null || !heads.includes(row.parent)),
  )
  const moved = new Set([...misplaced.values()].flat())
  const doubled = doubledRows(coded.filter((row) => !moved.has(row)))
  const told = new Set([...moved, ...doubled.flat()])
  const headless = coded.filter((row) => !told.has(row) && strays(row))
  return [
    ...[...misplaced].map(([parent, rows]) => misplacedFinding(parent, { rows, coded })),
    ...doubled.map((rows) => doubledFinding(rows, coded)),
    ...heads.filter((row) => !told.has(row)).map(headFinding),
    ...headlessFindings(headless.filter((row) => !heads.some((head) => head === row.parent))),
    ...siblings(coded.filter((row) => !told.has(row) && !headless.includes(row))).flatMap(gaps),
  ]
}

/**
 * Whether a heading's own code is the wrong one: the rows below it agree on another, which nothing else has and which
 * follows the row before.
 */
function isMisnumberedHead(row: OutlineRow, coded: readonly OutlineRow[]): boolean {
  const prefix = childPrefix(row)
  const named = row.segments.join('.')
  if (prefix === undefined || prefix === named || !/^\d/.test(named) || followsOn(row)) return false
  const taken = coded.some(
    (other) => other.scope === row.scope && other.segments.join('.') === prefix,
  )
  return !taken && prefix.split('.').length === row.segments.length
}

/** Whether a row's own code is the next after the row before it in its place. */
function followsOn({ parent, segments, index }: OutlineRow): boolean {
  const before = parent?.children.filter((one) => one.index < index && one.segments.length > 0)
  const last = before?.at(-1)?.segments.at(-1) ?? '0'
  return parent !== null && Number(segments.at(-1)) === Number(last) + 1
}

/** What the codes of all rows below a heading begin with. */
function childPrefix(row: OutlineRow): string | undefined {
  const below = row.children.filter((one) => one.segments.length === row.segments.length + 1)
  const prefixes = new Set(below.map((one) => one.segments.slice(0, -1).join('.')))
  const [only] = prefixes
  return prefixes.size === 1 && only !== '' ? only : undefined
}

function headFinding(row: OutlineRow): Finding {
  const expected = childPrefix(row) ?? ''
  return finding([row], {
    rule: 'code-of-heading',
    kind: 6,
    severity: 'error',
    printed: row.code,
    expected,
    explanation: sentence(
      `mã số ${row.code.trim()} “${shortLabel(row.label)}” (dòng ${row.line}) không khớp với các mục con được đánh số ${expected}.1 trở đi; mã đúng là ${expected}.`,
    ),
  })
}

function misplacedByParent(
  coded: readonly OutlineRow[],
): ReadonlyMap<OutlineRow, readonly OutlineRow[]> {
  return Map.groupBy(
    coded.filter((row) => strays(row) && !beginsAnew(row, coded)),
    (row) => row.parent as OutlineRow,
  )
}

/** Whether a row goes on to a section whose heading is not printed: `4.2` after `3.5` where there is no `4`. */
function beginsAnew(row: OutlineRow, coded: readonly OutlineRow[]): boolean {
  const { parent, segments, scope } = row
  const prefix = segments.slice(0, -1).join('.')
  const printed = coded.some((one) => one.scope === scope && one.segments.join('.') === prefix)
  const returns = parent?.children.some((one) => one.index > row.index && belongs(one))
  const twice = coded.some((one) => one !== row && sameCode(one, row))
  return !printed && !returns && !twice && isAfter(segments, parent?.segments ?? [])
}

function belongs(row: OutlineRow): boolean {
  return row.segments.length > 1 && !strays(row)
}

function isAfter(one: readonly string[], other: readonly string[]): boolean {
  const at = one.findIndex((part, index) => part !== other[index])
  return Number(one[at]) > Number(other[at])
}

/** The first row of each section without its heading. */
function headlessFindings(rows: readonly OutlineRow[]): readonly Finding[] {
  const sections = Map.groupBy(rows, (row) => row.segments.slice(0, -1).join('.'))
  return [...sections].map(([section, [first]]) =>
    finding(first ? [first] : [], {
      rule: 'heading-not-printed',
      kind: 6,
      severity: 'warning',
      printed: first?.code ?? '',
      expected: section,
      explanation: sentence(
        `mã số ${first?.code.trim()} (dòng ${first?.line}) đứng sau mục ${first?.parent?.code.trim()} mà không có dòng tiêu đề ${section}.`,
      ),
    }),
  )
}

/** Whether a row of several segments does not begin with the code of the row above it. */
function strays({ segments, parent }: OutlineRow): boolean {
  const above = parent?.segments ?? []
  if (!parent || segments.length < 2 || !/^\d/.test(above[0] ?? '')) return false
  return above.length !== segments.length - 1
    ? above.some((part, index) => part !== segments[index])
    : above.join('.') !== segments.slice(0, -1).join('.')
}

function misplacedFinding(
  parent: OutlineRow,
  { rows, coded }: { rows: readonly OutlineRow[]; coded: readonly OutlineRow[] },
): Finding {
  const above = parent.segments.join('.')
  const expected = rows.map((row) => `${above}.${place(row, parent)}`)
  const twice = rows.filter((row) => coded.some((other) => other !== row && sameCode(other, row)))
  const also = twice.length === 0 ? '' : `; trong đó ${codes(twice)} trùng với mục đã có ở trên`
  return finding(rows, {
    rule: 'code-out-of-place',
    kind: 6,
    severity: 'error',
    printed: codes(rows),
    expected: expected.join(', '),
    explanation: sentence(
      `các dòng thuộc mục ${above} “${shortLabel(parent.label)}” (${lines(rows)}) được đánh số ${codes(rows)} thay vì ${expected.join(', ')}${also}.`,
    ),
  })
}

function place(row: OutlineRow, parent: OutlineRow): number {
  return parent.children.filter((one) => one.segments.length > 0).indexOf(row) + 1
}

/** Rows that repeat a code of their own part of the table, each heading together with the rows below it. */
function doubledRows(coded: readonly OutlineRow[]): readonly OutlineRow[][] {
  const seen = new Map<string, OutlineRow>()
  const groups: OutlineRow[][] = []
  for (const row of coded) {
    const key = codeKey(row)
    const first = seen.get(key)
    if (!first) seen.set(key, row)
    else if (!isTenth(row)) join(groups, row)
  }
  return groups
}

function join(groups: OutlineRow[][], row: OutlineRow): void {
  const group = groups.find(([head]) => head !== undefined && head === row.parent)
  if (group) group.push(row)
  else groups.push([row])
}

/** A spreadsheet prints the code 1.10 as 1.1 when it takes it for a number. */
function isTenth(row: OutlineRow): boolean {
  const before = row.parent?.children.filter((one) => one.index < row.index).at(-1)
  return row.segments.at(-1) === '1' && before?.segments.at(-1) === '9'
}

function codeKey(row: OutlineRow): string {
  const letter = /^[a-zđ]$/u.test(row.segments[0] ?? '') ? `${row.parent?.index ?? ''}:` : ''
  return `${row.scope}/${row.table ?? ''}/${letter}${row.segments.join('.')}`
}

function sameCode(one: OutlineRow, other: OutlineRow): boolean {
  return codeKey(one) === codeKey(other)
}

function doubledFinding(rows: readonly OutlineRow[], coded: readonly OutlineRow[]): Finding {
  const [head] = rows as [OutlineRow]
  const first = coded.find((row) => sameCode(row, head)) ?? head
  return finding(rows, {
    rule: 'code-twice',
    kind: 6,
    severity: 'error',
    printed: codes(rows),
    expected: nextFree(rows, coded)?.join(', ') ?? 'mỗi mã số chỉ dùng một lần',
    explanation: sentence(
      `mã số ${head.code.trim()} “${shortLabel(head.label)}” (dòng ${head.line}) trùng với mã đã dùng cho “${shortLabel(first.label)}” (dòng ${first.line})${rows.length > 1 ? `, và các mục con (${lines(rows.slice(1))}) cũng trùng theo` : ''}.`,
    ),
  })
}

/** The codes that follow in their list, unless another row has them. */
function nextFree(
  rows: readonly OutlineRow[],
  coded: readonly OutlineRow[],
): readonly string[] | undefined {
  const [head] = rows as [OutlineRow]
  const before = coded.findLast(
    (row) =>
      row.index < head.index &&
      row.parent === head.parent &&
      row.segments.length === head.segments.length,
  )
  const last = before?.segments.at(-1) ?? ''
  if (!/^\d+$/.test(last)) return undefined
  const next = [...head.segments.slice(0, -1), String(Number(last) + 1)]
  const meant = rows.map((row) => [...next, ...row.segments.slice(next.length)])
  const isTaken = coded.some((row) => sameCode(row, { ...head, segments: next }))
  return isTaken ? undefined : meant.map((segments) => segments.join('.'))
}

function siblings(coded: readonly OutlineRow[]): readonly OutlineRow[][] {
  const numbered = coded.filter((row) => /^\d/.test(row.segments[0] ?? ''))
  return [
    ...Map.groupBy(
      numbered,
      (row) => `${row.scope}/${row.parent?.index ?? ''}/${row.segments.length}`,
    ).values(),
  ]
}

function gaps(rows: readonly OutlineRow[]): readonly Finding[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1]
    if (!before) return []
    const [last, own] = [Number(before.segments.at(-1)), Number(row.segments.at(-1))]
    if (own === last + 1 || isTenth(row)) return []
    const expected = [...row.segments.slice(0, -1), String(last + 1)].join('.')
    return finding([before, row], {
      rule: 'code-out-of-sequence',
      kind: 6,
      severity: 'warning',
      printed: row.code,
      expected,
      explanation: sentence(
        `sau mã số ${before.code.trim()} (dòng ${before.line}) là ${row.code.trim()} (dòng ${row.line}), thiếu hoặc sai thứ tự mã ${expected}.`,
      ),
    })
  })
}

function codes(rows: readonly OutlineRow[]): string {
  return rows.map((row) => row.code.trim()).join(', ')
}

function lines(rows: readonly OutlineRow[]): string {
  return `dòng ${rows.map((row) => row.line).join(', ')}`
}
