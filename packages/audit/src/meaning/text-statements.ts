import { folded } from '@cchc/domain'
import type { AuditContext } from './audit-context.ts'
import { readFigureText } from './figure-text.ts'
import { labelKey } from './label-key.ts'
import { inColumnUnit } from './magnitudes.ts'
import type { OutlineRow } from './outline.ts'
import { only } from './rows.ts'
import type { Stated } from './stated.ts'
import { moneyUnit } from './unit-kind.ts'
import { ROUNDED } from './vocabulary/cells.ts'
import { BESIDE_A_LABEL, DATED } from './vocabulary/text.ts'
import { anyOf } from './vocabulary/words.ts'

const ROUGHLY = anyOf(Object.assign({}, ...Object.values(ROUNDED)))
/** A colon between a label and its figure ends nothing. */
const CLAUSE_ENDS = new RegExp(
  `[;\\n]|:(?!\\s*(?:(?:${ROUGHLY})\\s+)?\\d)|[.,](?=\\s|$)|\\s[–-]\\s`,
  'iu',
)
const FIGURES = /\d[\d.,]*(?:\s*%|\s+(?:nghìn|ngàn|triệu|tỷ|tỉ)(?=\s))?\s*/giu
const FEWEST_WORDS = 3

/**
 * The figures that the sentences of a report state of a row of its table: where a part of a sentence holds one figure, the
 * label of one row and its unit, and nothing that could narrow it down.
 */
export function statedInText({ report, rows }: AuditContext): readonly Stated[] {
  const byKey = Map.groupBy(
    rows.filter(({ key }) => key.split(' ').length >= FEWEST_WORDS),
    ({ key }) => key,
  )
  return (report.text ?? []).flatMap((paragraph) =>
    paragraph.split(CLAUSE_ENDS).flatMap((clause) => statedIn(clause, byKey) ?? []),
  )
}

function statedIn(
  clause: string,
  byKey: ReadonlyMap<string, readonly OutlineRow[]>,
): Stated | undefined {
  const plain = clause.normalize('NFC').replace(DATED, ' ')
  const figure = only(plain.match(FIGURES) ?? [])
  if (figure === undefined) return undefined
  const percent = figure.includes('%')
  const read = readFigureText(figure.replace(/[.,]?\s*$/, ''), { rate: percent })
  const row = rowNamed(labelKey(plain.replace(FIGURES, ' ')), byKey)
  if (read.state !== 'number' || !row || row.rate !== percent) return undefined
  if (read.magnitude !== 1 && moneyUnit(row.unit) !== -1) return undefined
  const { value, step } = inColumnUnit(read, 1)
  const raw = clause.trim()
  return {
    statement: { raw, value, unit: percent ? '%' : row.unit },
    values: [value],
    step,
    percent,
    rows: [row],
  }
}

/** The row whose whole label the words hold, and of which they say nothing more. */
function rowNamed(
  words: string,
  byKey: ReadonlyMap<string, readonly OutlineRow[]>,
): OutlineRow | undefined {
  const named = [...byKey].flatMap(([key, rows]) => {
    const row = only(rows)
    return row && ` ${words} `.includes(` ${key} `) && saysNoMore(words, row) ? row : []
  })
  return only(named)
}

function saysNoMore(words: string, { key, unit }: OutlineRow): boolean {
  const known = new Set([...folded(unit).split(/[^a-z0-9%]+/), ...BESIDE_A_LABEL])
  const others = ` ${words} `.replace(` ${key} `, ' ').trim().split(' ')
  return others.every((word) => word === '' || known.has(word))
}
