import type { Procedure } from '@cchc/domain'

type Fees = NonNullable<Procedure['fees']>

const AMOUNT = /(\d{1,3}(?:[.,]\d{3})+|\d{4,})\s*(?:đồng|đ(?!\p{L})|vnđ|vnd)/giu
const NO_FEE = /^(?:không|miễn)/iu

/** Reads the fee text (HTML) of a service: the sums it names, [] for none, null when nothing is stated. */
export function readFees(html: string): Fees | null {
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

/** The words of a piece of HTML. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:nbsp|amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}
