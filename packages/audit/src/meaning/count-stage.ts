import type { OutlineRow } from './outline.ts'

const OUGHT =
  /\b(du dieu kien|(can|phai)( phai)? (xu ly|giai quyet|thuc hien|so hoa)|(co|yeu cau|phat sinh) nghia vu|thuoc doi tuong)\b/
const WHOLE = /^tong( so| cong)?\b/
/** In time, by a channel, signed: words that make a part of what is counted without them. */
export const MANNER =
  /\b((truoc|dung|qua|tre|tron?g) han|truc tuyen|truc tiep|bcci|tich hop|thanh toan|ky so|so hoa|song song)\b/
const DONE =
  /\b(hoan thanh|xu ly|khac phuc|giai quyet|giai ngan|thuc hien|cung cap|trien khai|xong|co mat|da (?!tiep nhan|phat hien|giao|nhan))\b/
const BEGUN =
  /\b(ke hoach|giao|de ra|phat hien|tiep nhan|nhan|kien nghi|chi tieu|du toan|dang ky|van ban den)\b/

/**
 * How far what a row counts has come: 0 all that there has to be or is, 1 planned, assigned or received, 2 done, 3 done
 * in a certain way; undefined when the label does not say.
 */
export function stageOf({ key }: OutlineRow): number | undefined {
  if (OUGHT.test(key) || WHOLE.test(key)) return 0
  if (MANNER.test(key)) return 3
  if (DONE.test(key)) return 2
  return BEGUN.test(key) ? 1 : undefined
}
