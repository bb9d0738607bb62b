import type { AuditContext } from './audit-context.ts'
import type { OutlineRow } from './outline.ts'
import { sameUnit } from './ratio-parts.ts'

/** Parts that cannot be more than a whole, together. */
export interface Bound {
  readonly parts: readonly OutlineRow[]
  readonly whole: OutlineRow
  readonly certain: boolean
}

/** Parts and wholes of unknown forms: what stands below a count, and what is done of what was planned. */
export function placedBounds(context: AuditContext): readonly Bound[] {
  return [...context.rows.flatMap(sharesBelow), ...siblings(context)]
}

/** What is printed below a count and is no part of it. */
const NO_PART =
  /\b(bai bo|thay the|moi|sua doi|cat giam|tinh gian|tang|giam|luy ke|ky truoc|chuyen|co mat|hop dong|pakn|luot|tra ket qua|lai|khac|nghi huu|thoi viec|luan chuyen|dieu dong)\b/
/** With its tone: `Số …` counts, `Sở …` is an agency. */
const COUNTED = /^\s*(?:[-–+•]\s*)?(?:tổng|số)\s/iu
const ANNOUNCED = /^\s*trong đó/iu

/** `Trong đó: …` and items without a noun of their own, such as `- Cấp phòng`, are parts of the count above them. */
function sharesBelow(total: OutlineRow): readonly Bound[] {
  if (total.rate || !COUNTED.test(total.label.normalize('NFC'))) return []
  return total.children
    .filter((row) => !row.rate && sameUnit(row, total) && row.unit.trim() !== '')
    .filter((row) => !NO_PART.test(row.key) && (isAnnounced(row) || isItem(row)))
    .map((row) => ({ parts: [row], whole: total, certain: true }))
}

function isAnnounced({ code, label }: OutlineRow): boolean {
  return [code, label].some((text) => ANNOUNCED.test(text.normalize('NFC')))
}

function isItem({ code, label, key }: OutlineRow): boolean {
  return /^\s*[-–+•]/.test(code.trim() === '' ? label : code) && !/^(so|tong)\b/.test(key)
}

interface Siblings {
  readonly things: RegExp
  readonly part: RegExp
  readonly whole: RegExp
  readonly certain: boolean
}

const SIBLINGS: readonly Siblings[] = [
  { things: /\bbien che\b/, part: /\bco mat\b/, whole: /\bgiao\b/, certain: false },
  {
    things: /\bnhiem vu\b/,
    part: /\bhoan thanh( xong)?$/,
    whole: /\b(de ra|ke hoach)\b/,
    certain: true,
  },
]

/** Rows side by side of which one is the only whole that the other can be part of. */
function siblings({ rows }: AuditContext): readonly Bound[] {
  return SIBLINGS.flatMap(({ things, part, whole, certain }) => {
    const all = rows.filter((row) => !row.rate && things.test(row.key))
    return all
      .filter((row) => part.test(row.key) && !whole.test(row.key))
      .flatMap((done) => {
        const near = all.filter(
          (row) =>
            row !== done && isBeside(row, done) && whole.test(row.key) && sameUnit(row, done),
        )
        const [only, ...others] = near
        return only && others.length === 0 ? { parts: [done], whole: only, certain } : []
      })
  })
}

function isBeside(row: OutlineRow, other: OutlineRow): boolean {
  return row.parent === other.parent && row.scope === other.scope
}
