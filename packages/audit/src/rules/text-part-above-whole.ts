import { statedFigures } from '../meaning/stated-figures.ts'
import { defineAuditRule, printFigure } from '../rule.ts'

/** `15/14` in the text. */
export const textPartAboveWhole = defineAuditRule({
  id: 'text-part-above-whole',
  kind: 'bounds',
  severity: 'warning',
  needs: ['text'],
  en: 'The text says “{words}”: {part} is more than {whole}, what was assigned or the total.',
  vi: 'Phần lời văn ghi “{words}”: {part} lớn hơn {whole} được giao hoặc tổng số.',
  expected: '≤ {whole}',
  example: { text: '[15/14 chỉ tiêu | 15/14 -> 14/15 chỉ tiêu | 14/15] | người' },
  find: (context) =>
    statedFigures(context).flatMap(({ statement: { raw }, values, rows }) => {
      const [part = 0, whole = 0] = values
      if (values.length !== 2 || part <= whole) return []
      const figures = { part: printFigure(part), whole: printFigure(whole) }
      return { places: rows, quote: raw, printed: raw, words: raw, ...figures }
    }),
})
