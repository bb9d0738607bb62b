import { type AuditContext, oncePerReport } from './audit-context.ts'
import type { OutlineRow } from './outline.ts'
import { isOnSide, isRoughly, percentOf } from './rows.ts'
import type { Stated } from './stated.ts'
import { statedInText } from './text-statements.ts'
import { ROUNDED } from './vocabulary/cells.ts'
import { anyOf } from './vocabulary/words.ts'

/** The figures that the text states. */
export const statedFigures = oncePerReport((context: AuditContext): readonly Stated[] => [
  ...statedBeside(context),
  ...statedInText(context),
])

function statedBeside({ narrative, rows }: AuditContext): readonly Stated[] {
  return narrative.map((statement) => {
    const named = [statement.appendixRow ?? []].flat().map((id) => id.replace(/^[a-z]+:/, ''))
    return {
      statement,
      values: [statement.value ?? []].flat(),
      percent: statement.unit?.trim() === '%',
      rows: named.flatMap((id) => rows.find((row) => row.places.includes(id)) ?? []),
    }
  })
}

type Side = keyof typeof ROUNDED
const SIDES = Object.keys(ROUNDED) as Side[]
const SAID = new Map(
  SIDES.map((side) => [side, new RegExp(`^(?:${anyOf(ROUNDED[side])})$`, 'iu')] as const),
)
const NEARLY = new RegExp(`(${SIDES.map((side) => anyOf(ROUNDED[side])).join('|')})\\s+\\d`, 'iu')

/** `trên 12.000 hồ sơ`: on which side the exact figure is, where a word keeps it from being exact. */
export function sideOf({ statement }: Pick<Stated, 'statement'>): Side | undefined {
  const [, word] = NEARLY.exec(statement.raw.normalize('NFC')) ?? []
  return word === undefined ? undefined : SIDES.find((side) => SAID.get(side)?.test(word))
}

/** Whether text and table say the same: a rate at the coarser precision, a round figure on its side. */
export function isAgreed(
  stated: Stated,
  { row, value }: { readonly row: OutlineRow; readonly value: number },
): boolean {
  const exact = row.figure.value
  const side = sideOf(stated)
  if (side !== undefined && isRoughly({ exact, value })) return isOnSide(side, { exact, value })
  if (stated.step) return Math.abs(exact - value) <= stated.step / 2
  if (!row.rate || value === 100 || exact === 100) return exact === value
  const decimals = Math.min(row.figure.decimals, String(value).split('.')[1]?.length ?? 0)
  return roundedTo(exact, decimals) === roundedTo(value, decimals)
}

function roundedTo(value: number, decimals: number): number {
  return percentOf({ numerator: value, denominator: 100 }, decimals).value
}
