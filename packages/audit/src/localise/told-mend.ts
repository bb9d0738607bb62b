import { inWords, type Message, type MessageValue, say } from '@cchc/domain'
import type { Finding, MendedFigure } from '../finding.ts'
import { allOf, BLANK_CELL, inColumn, phrase, whereIs } from '../phrases.ts'
import { type FigureCell, textOf } from './figure-cell.ts'
import type { Mend } from './smallest-mends.ts'

const CHANGE = phrase('{where}: {printed} → {expected}', '{where}: {printed} → {expected}')
const ONE = phrase(
  '{where} says {printed}: {expected} there mends all that it breaks (rules: {count}), and no other figure alone does.',
  '{where} ghi {printed}: chỉ cần sửa thành {expected} là {count} phép tính khớp lại; sửa riêng một số liệu khác thì không khớp.',
)
const ONE_UNKNOWN = phrase(
  '{where} says {printed}: what it breaks (rules: {count}) holds with another figure there, and with no other change alone; which figure does not follow.',
  '{where} ghi {printed}: {count} phép tính chỉ khớp lại khi sửa số liệu này, sửa riêng một số liệu khác thì không khớp; chưa đủ căn cứ để suy ra số đúng.',
)
const MANY = phrase(
  '{changes} together mend all that they break (rules: {count}), the sum that they are parts of among them.',
  '{changes}: sửa tất cả các số này thì {count} phép tính khớp lại, kể cả tổng mà các số này là thành phần.',
)
const SEVERAL = phrase(
  '{changes} together mend all that they break (rules: {count}); no single figure and no other two do.',
  '{changes}: sửa cả hai thì {count} phép tính khớp lại; sửa riêng một số liệu, hoặc hai số liệu khác, thì không khớp.',
)

/** What is told of figures at fault, with what is found only because of them; the first of that says of which kind it is. */
export function toldMend(mend: Mend, consequences: readonly [Finding, ...Finding[]]): Finding {
  const { rule, kind, severity } = leadingOf(consequences)
  const mends = mendedFigures(mend)
  const cells = mends.flatMap(({ cell }) => cell ?? [])
  const rows = [...mend.figures.keys()].map(({ row: { line, code, label } }) => {
    return { line, code, label }
  })
  return {
    ...{ rule, kind, severity },
    printed: allOf(mends.map(({ printed }) => printed)),
    expected: allOf(mends.map(({ expected }) => expected)),
    explanation: sentence(mend),
    ...(cells.length > 0 && { cells }),
    ...{ rows, mends, consequences },
  }
}

/** What of several findings stands for all of them: the first that is certain. */
export function leadingOf(findings: readonly [Finding, ...Finding[]]): Finding {
  return findings.find(({ severity }) => severity === 'error') ?? findings[0]
}

/** The figures to be changed, with their cells. */
export function mendedFigures({ figures, isUnique }: Mend): readonly MendedFigure[] {
  return [...figures].map(([cell, { value }]) => ({
    ...(cell.address !== undefined && { cell: cell.address }),
    line: cell.row.line,
    printed: cell.printed.trim(),
    expected: isUnique ? textOf(cell, value) : '',
  }))
}

function sentence(mend: Mend): Message {
  const { figures, isUnique, rules: count } = mend
  const changes = [...figures].map(([cell, { value }]) => {
    return { where: placeOf(cell), printed: standing(cell), expected: textOf(cell, value) }
  })
  const [change, ...others] = changes
  if (!change || others.length > 0) {
    const sentence = changes.length > 2 ? MANY : SEVERAL
    return say(sentence, { count, changes: allOf(changes.map((one) => say(CHANGE, one))) })
  }
  return isUnique ? say(ONE, { ...change, count }) : say(ONE_UNKNOWN, { ...change, count })
}

function placeOf({ row, wide }: FigureCell): Message {
  return wide ? inColumn(row, wide.title) : whereIs(row)
}

function standing({ printed }: FigureCell): MessageValue {
  return printed.trim() === '' ? say(BLANK_CELL) : printed.trim()
}

/** Whether a finding already says of this cell what it should be. */
export function saysSo({ rows: [row], cells, expected }: Finding, mend: Mend): boolean {
  const [figure, ...others] = mendedFigures(mend)
  if (!figure || others.length > 0) return false
  const bare = (text: string) => text.replace('%', '')
  const isThere = row?.line === figure.line && (cells?.[0] ?? figure.cell) === figure.cell
  const said = typeof expected === 'object' ? inWords(expected) : String(expected)
  return isThere && bare(said) === bare(figure.expected)
}
