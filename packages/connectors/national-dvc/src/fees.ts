import { LONGEST_TEXT } from '@cchc/connector-kit'
import type { Procedure } from '@cchc/domain'
import { plainText } from './plain-text.ts'
import { type JsonObject, objectsOf, textOf } from './values.ts'

type Fee = NonNullable<Procedure['fees']>[number]

const FREE = /^(không|không có|miễn phí|0+)$/iu
const SUM = /^(\d{1,15}|\d{1,3}(?:[.,]\d{3}){1,4})\s?(?:đồng|đ|vnđ|vnd)?$/iu

/** The different fees of LayThuTuc over all channels and time limits; null where no channel is described. */
export function feesOf(detail: JsonObject): Fee[] | null {
  const channels = objectsOf(detail.CACHTHUCTHUCHIEN)
  if (channels.length === 0) return null
  const fees = channels
    .flatMap((channel) => objectsOf(channel.THOIGIAN))
    .flatMap((limit) => objectsOf(limit.PHILEPHI))
    .map((row) => ({ kind: feeKind(row.MAPHILEPHI), amount: feeAmount(row.SOTIEN) }))
  return [...new Map(fees.map((fee) => [`${fee.kind}${fee.amount}`, fee])).values()]
}

/** `1'` is phí, `2'` lệ phí; the apostrophe comes and goes. */
function feeKind(code: unknown): Fee['kind'] {
  const digits = (textOf(code) ?? '').replace(/\D/g, '')
  if (digits === '1') return 'fee'
  return digits === '2' ? 'charge' : 'unknown'
}

/** Đồng; null for an empty text and for words other than "free". */
export function feeAmount(sum: unknown): number | null {
  const received = textOf(sum) ?? ''
  if (received.length > LONGEST_TEXT) return null
  const text = plainText(received)
  if (FREE.test(text)) return 0
  const digits = SUM.exec(text)?.[1]
  return digits === undefined ? null : Number(digits.replace(/[.,]/g, ''))
}
