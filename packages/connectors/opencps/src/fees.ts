import { LONGEST_TEXT, shortText } from '@cchc/connector-kit'
import type { Procedure } from '@cchc/domain'

type Fees = NonNullable<Procedure['fees']>

/** Begins where a number begins and is bounded, so that it takes time in proportion to the text. */
const AMOUNT = /(?<!\d|\d[.,])(\d{1,3}(?:[.,]\d{3}){1,4}|\d{4,15})\s?(?:đồng|đ(?!\p{L})|vnđ|vnd)/giu
const NO_FEE = /^(?:không|miễn)/iu

/** Reads the fee text (HTML) of a service: the sums it names, [] for none, null when nothing is stated. */
export function readFees(html: string): Fees | null {
  if (html.length > LONGEST_TEXT) return [{ kind: 'unknown', amount: null }]
  const words = plainText(html)
  if (words === '') return null
  const amounts = [...words.matchAll(AMOUNT)].map(([, sum = '']) =>
    Number(sum.replace(/[.,]/g, '')),
  )
  if (amounts.length > 0) return amounts.map((amount) => ({ kind: 'unknown', amount }))
  if (NO_FEE.test(words) || /^0\s*(?:đồng|đ)?$/iu.test(words)) return []
  return [{ kind: 'unknown', amount: null }]
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
}

/** The words of a piece of HTML; throws UnreadableField for one of more than `LONGEST_TEXT`. */
export function plainText(html: string): string {
  return shortText(html)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:nbsp|amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}
