import type { portalScores } from '@cchc/hub/questions/portal-scores'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Column } from '../../output/listing.ts'
import { periodText } from '../../output/period-text.ts'

type ScoreRow = AnswerOf<typeof portalScores>['rows'][number]

/** What people read of each score; programs get its source and days in columns of their own. */
export const SCORE_COLUMNS: readonly Column<ScoreRow>[] = [
  { title: 'Mã', show: ({ organisation }) => organisation.code },
  { title: 'Đơn vị', flexible: true, show: ({ organisation }) => organisation.name },
  { title: 'Kỳ', show: ({ period }) => periodText(period) },
  { title: 'Chỉ số', flexible: true, show: ({ name, measure }) => name ?? measure },
  number('Điểm', ({ score }) => score),
  number('Điểm\ntối đa', ({ maximum }) => maximum),
  number('Tỷ lệ\n(%)', ({ ratio }) => ratio),
  number('Mất\nđiểm', ({ lost }) => lost),
  {
    title: 'Xếp\nhạng',
    right: true,
    show: ({ rank }) => (rank === null ? '' : `${rank.place}/${rank.of}`),
  },
  { title: 'Ghi chú của cổng', flexible: true, show: ({ remark }) => remark ?? '' },
  { title: 'Không nhất quán', flexible: true, show: ({ findings }) => findings.join('; ') },
]

export const SCORE_ORIGIN_COLUMNS: readonly Column<ScoreRow>[] = [
  { title: 'Nguồn', show: ({ source }) => source },
  { title: 'Từ ngày', show: ({ period }) => period.from },
  { title: 'Đến ngày', show: ({ period }) => period.to },
  { title: 'Số liệu tạm thời', show: ({ period }) => String(period.provisional) },
  { title: 'Chỉ tiêu của cổng', show: ({ measure }) => measure },
  number('Tử số', ({ numerator }) => numerator),
  number('Mẫu số', ({ denominator }) => denominator),
  { title: 'Cờ chất lượng', show: ({ quality }) => quality ?? '' },
  { title: 'Biết từ', show: ({ knownFrom }) => knownFrom },
]

/** As stated, with a decimal comma and no rounding. */
function number(title: string, value: (row: ScoreRow) => number | null): Column<ScoreRow> {
  return {
    title,
    right: true,
    show: (row) => String(value(row) ?? 'không có').replace('.', ','),
    plain: (row) => String(value(row) ?? ''),
  }
}
