import type { portalScores } from '@cchc/hub/questions/portal-scores'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Column } from '../../output/listing.ts'
import { periodText } from '../../output/period-text.ts'

type ScoreRow = AnswerOf<typeof portalScores>['rows'][number]

/** The points that a score lacks, and its place. */
export const LOST_AND_RANK: readonly Column<ScoreRow>[] = [
  scoreNumber('Mất\nđiểm', ({ lost }) => lost),
  {
    title: 'Xếp\nhạng',
    right: true,
    show: ({ rank }) => (rank === null ? '' : `${rank.place}/${rank.of}`),
  },
]

/** What the portal says of a score, and what cannot be in it. */
export const REMARKS: readonly Column<ScoreRow>[] = [
  { title: 'Ghi chú của cổng', flexible: true, show: ({ remark }) => remark ?? '' },
  { title: 'Không nhất quán', flexible: true, show: ({ findings }) => findings.join('; ') },
]

/** What people read of each score; programs get its source and days in columns of their own. */
export const SCORE_COLUMNS: readonly Column<ScoreRow>[] = [
  { title: 'Mã', show: ({ organisation }) => organisation.code },
  { title: 'Đơn vị', flexible: true, show: ({ organisation }) => organisation.name },
  { title: 'Kỳ', show: ({ period }) => periodText(period) },
  { title: 'Chỉ số', flexible: true, show: ({ name, measure }) => name ?? measure },
  scoreNumber('Điểm', ({ score }) => score),
  scoreNumber('Điểm\ntối đa', ({ maximum }) => maximum),
  scoreNumber('Tỷ lệ\n(%)', ({ ratio }) => ratio),
  ...LOST_AND_RANK,
  ...REMARKS,
]

export const SCORE_ORIGIN_COLUMNS: readonly Column<ScoreRow>[] = [
  { title: 'Nguồn', show: ({ source }) => source },
  { title: 'Từ ngày', show: ({ period }) => period.from },
  { title: 'Đến ngày', show: ({ period }) => period.to },
  { title: 'Số liệu tạm thời', show: ({ period }) => String(period.provisional) },
  { title: 'Chỉ tiêu của cổng', show: ({ measure }) => measure },
  scoreNumber('Tử số', ({ numerator }) => numerator),
  scoreNumber('Mẫu số', ({ denominator }) => denominator),
  { title: 'Cờ chất lượng', show: ({ quality }) => quality ?? '' },
  { title: 'Biết từ', show: ({ knownFrom }) => knownFrom },
]

/** As stated, with a decimal comma and no rounding. */
export function scoreNumber<Row>(title: string, value: (row: Row) => number | null): Column<Row> {
  return {
    title,
    right: true,
    show: (row) => String(value(row) ?? 'không có').replace('.', ','),
    plain: (row) => String(value(row) ?? ''),
  }
}
