import type { AuditContext } from './audit-context.ts'
import { MANNER, stageOf } from './count-stage.ts'
import { folded, keyWords } from './label-key.ts'
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
  return [...context.rows.flatMap(sharesBelow), ...siblings(context), ...inSomeManner(context)]
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
  {
    things: /\b(bien che|nguoi lam viec)\b/,
    part: /\b(co mat|hien co)\b/,
    whole: /\bgiao\b/,
    certain: false,
  },
  {
    things: /\bnhiem vu\b/,
    part: /\bhoan thanh( xong)?$/,
    whole: /\b(de ra|ke hoach)\b/,
    certain: true,
  },
  {
    things: /\bvan de\b/,
    part: /\b(xu ly|khac phuc)( xong)?$/,
    whole: /\bphat hien\b/,
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

type AllRows = Pick<AuditContext, 'rows'>

/** Open, due or of another time: not the same things as those of the other row. */
const ELSEWHERE = /\b(dang|chua|phai|can|ky truoc|nam truoc|luy ke|dau nam|chuyen)\b/
const BY_CHANNEL = /\b(truc tuyen|truc tiep|bcci)\b/
const UNSAID = /^(so|tong|da|duoc|cac|xong|ho|tthc)$/

/** `Số hồ sơ giải quyết đúng hạn` is a part of `Tổng số hồ sơ đã giải quyết` beside it: the same, in some manner. */
function inSomeManner({ rows }: AuditContext): readonly Bound[] {
  const counts = rows.filter(
    (row) => !row.rate && !ELSEWHERE.test(`${row.key} ${folded(row.note)}`),
  )
  return counts
    .filter((row) => MANNER.test(row.key))
    .flatMap((part) => {
      const wholes = counts.filter((row) => isBeside(row, part) && isSameWithout(row, part))
      const [only, ...others] = wholes
      if (!only || others.length > 0 || !isNext({ whole: only, part, rows })) return []
      return { parts: [part], whole: only, certain: isAllOf(only, part) }
    })
}

/** Whether only more of the same stands between them: a list without headings changes its subject unsaid. */
function isNext({ whole, part, rows }: { whole: OutlineRow; part: OutlineRow } & AllRows): boolean {
  const between = rows.slice(whole.index + 1, part.index)
  return whole.index < part.index && between.every((row) => row.rate || isSaidOf(whole, row))
}

/** Without “tổng số” a row may count only what came by the other channel, or in the usual manner. */
function isAllOf(whole: OutlineRow, part: OutlineRow): boolean {
  return /^tong\b/.test(whole.key) || (stageOf(whole) !== undefined && !BY_CHANNEL.test(part.key))
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

function isBeside(row: OutlineRow, other: OutlineRow): boolean {
  return row.parent === other.parent && row.scope === other.scope
}
