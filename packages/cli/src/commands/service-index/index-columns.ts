import { printNumber } from '@cchc/domain'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { serviceIndex } from '@cchc/hub/questions/service-index'
import type { Column } from '../../output/listing.ts'
import { periodText } from '../../output/period-text.ts'
import { causesText } from '../reconcile/reconcile-columns.ts'
import {
  LOST_AND_RANK,
  REMARKS,
  SCORE_ORIGIN_COLUMNS,
  scoreNumber,
} from '../stats/score-columns.ts'

type Row = AnswerOf<typeof serviceIndex>['rows'][number]

/** What people read of each score; programs get its source and days in columns of their own. */
export const INDEX_COLUMNS: readonly Column<Row>[] = [
  { title: 'Kỳ', show: ({ period }) => periodText(period) },
  { title: 'Chỉ số', flexible: true, show: ({ name, measure }) => name ?? measure },
  scoreNumber('Điểm', ({ score }) => score),
  scoreNumber('Điểm\ntối đa', ({ maximum }) => maximum),
  ...LOST_AND_RANK,
  {
    title: 'Tử số/\nmẫu số',
    right: true,
    show: (row) => shareText(row.numerator, row.denominator),
  },
  {
    title: 'Cần thêm\nđể đủ điểm',
    right: true,
    show: ({ toWin }) => (toWin === null ? '' : printNumber(toWin.more)),
  },
  { title: 'Tại tỉnh', right: true, show: countedText },
  { title: 'Nguyên nhân chênh lệch', flexible: true, show: differenceText },
  ...REMARKS,
]

export const INDEX_ORIGIN_COLUMNS: readonly Column<Row>[] = SCORE_ORIGIN_COLUMNS

function shareText(numerator: number | null, denominator: number | null): string {
  if (numerator === null && denominator === null) return ''
  return [numerator, denominator]
    .map((count) => (count === null ? 'không có' : printNumber(count)))
    .join('/')
}

function countedText({ counted: [part, whole] }: Row): string {
  if (!part || !whole || part.verdict === 'missing_here') return ''
  return shareText(part.here, whole.here)
}

function differenceText({ counted }: Row): string {
  const told = counted.map((line) => causesText(line)).filter((text) => text !== '')
  return [...new Set(told)].join('; ')
}
