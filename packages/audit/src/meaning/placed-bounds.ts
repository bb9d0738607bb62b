import { folded } from '@cchc/domain'
import type { AuditContext } from './audit-context.ts'
import { keyWords } from './label-key.ts'
import type { OutlineRow } from './outline.ts'
import { only, sameParent, sameUnit, stageOf } from './rows.ts'
import { ELSEWHERE, NO_PART } from './vocabulary/changes.ts'
import { SIBLINGS } from './vocabulary/families.ts'
import { ANNOUNCED, COUNT, TONED_COUNT, TOTAL, UNSAID } from './vocabulary/labels.ts'
import { BY_CHANNEL, MANNER } from './vocabulary/stages.ts'

/** Parts that cannot be more than a whole, together. */
export interface Bound {
  readonly parts: readonly OutlineRow[]
  readonly whole: OutlineRow
  readonly certain: boolean
}

/** Parts and wholes of unknown forms: what stands below a count, and what is done of what was planned. */
export function placedBounds(context: AuditContext): readonly Bound[] {
  return [...context.rows.flatMap(sharesBelow), ...siblings(context), ...inSomeManner(context)]
}

/** `Trong đó: …` and items without a noun of their own, such as `- Cấp phòng`, are parts of the count above them. */
function sharesBelow(total: OutlineRow): readonly Bound[] {
  if (total.rate || !TONED_COUNT.test(total.label)) return []
  return total.children
    .filter((row) => !row.rate && sameUnit(row, total) && row.unit !== '')
    .filter((row) => !NO_PART.test(row.key) && (isAnnounced(row) || isItem(row)))
    .map((row) => ({ parts: [row], whole: total, certain: true }))
}

function isAnnounced({ code, label }: OutlineRow): boolean {
  return [code, label].some((text) => ANNOUNCED.test(text))
}

function isItem({ code, label, key }: OutlineRow): boolean {
  return /^[-–+•]/.test(code === '' ? label : code) && !COUNT.test(key)
}

/** Rows side by side of which one is the only whole that the other can be part of. */
function siblings({ rows }: AuditContext): readonly Bound[] {
  return SIBLINGS.flatMap(({ things, part, whole, certain }) => {
    const all = rows.filter((row) => !row.rate && things.test(row.key))
    return all
      .filter((row) => part.test(row.key) && !whole.test(row.key))
      .flatMap((done) => {
        const others = all.filter((row) => row !== done && whole.test(row.key))
        const near = only(others.filter((row) => sameParent(row, done) && sameUnit(row, done)))
        return near ? { parts: [done], whole: near, certain } : []
      })
  })
}

/** `Số hồ sơ giải quyết đúng hạn` is a part of `Tổng số hồ sơ đã giải quyết` beside it: the same, in some manner. */
function inSomeManner({ rows }: AuditContext): readonly Bound[] {
  const counts = rows.filter(
    (row) => !row.rate && !ELSEWHERE.test(`${row.key} ${folded(row.note)}`),
  )
  return counts
    .filter((row) => MANNER.test(row.key))
    .flatMap((part) => {
      const near = counts.filter((row) => sameParent(row, part) && isSameWithout(row, part))
      const whole = only(near)
      if (!whole || !isNext({ whole, part, rows })) return []
      return { parts: [part], whole, certain: isAllOf(whole, part) }
    })
}

interface Pair {
  readonly whole: OutlineRow
  readonly part: OutlineRow
  readonly rows: readonly OutlineRow[]
}

/** Whether only more of the same stands between them: a list without headings changes its subject unsaid. */
function isNext({ whole, part, rows }: Pair): boolean {
  const between = rows.slice(whole.index + 1, part.index)
  return whole.index < part.index && between.every((row) => row.rate || isSaidOf(whole, row))
}

/** Without “tổng số” a row may count only what came by the other channel, or in the usual manner. */
function isAllOf(whole: OutlineRow, part: OutlineRow): boolean {
  return TOTAL.test(whole.key) || (stageOf(whole) !== undefined && !BY_CHANNEL.test(part.key))
}

/** Whether all that a row counts is said of the other too. A remark in brackets may say what is left out. */
function isSameWithout(whole: OutlineRow, part: OutlineRow): boolean {
  if (MANNER.test(whole.key) || whole.label.includes('(') || !sameUnit(whole, part)) return false
  return isSaidOf(whole, part)
}

function isSaidOf(whole: OutlineRow, part: OutlineRow): boolean {
  const things = [...keyWords(whole.key)].filter((word) => !UNSAID.test(word))
  const said = keyWords(part.key)
  return things.length > 0 && things.every((word) => said.has(word))
}
