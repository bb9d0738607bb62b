import { printCell, printNumber, type Ratio, ratioCell } from '@cchc/domain'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { ranking } from '@cchc/hub/questions/ranking'
import type { Column } from '../../output/listing.ts'

export type RankingView = AnswerOf<typeof ranking>
type Level = RankingView['levels'][number]

/** A unit with the level among whose units it stands. */
export type RankingRow = Level['units'][number] & { readonly of: Level }

/** A rate as forms print it; one that is not known is blank. */
export function rateOf(rate: Ratio | null): string {
  return rate === null ? '' : printCell(ratioCell(rate))
}

/** Where each unit stands, level by level. */
export const RANKING_COLUMNS: readonly Column<RankingRow>[] = [
  { title: 'Cấp', show: ({ of }) => of.name, plain: ({ of }) => of.level },
  {
    title: 'Hạng',
    right: true,
    show: ({ place, of }) =>
      place === null ? '' : `${place.rank}${place.isTied ? '=' : ''}/${of.ranked}`,
    plain: ({ place }) => String(place?.rank ?? ''),
  },
  { title: 'Mã', show: ({ code }) => code },
  { title: 'Đơn vị', flexible: true, show: ({ name }) => name },
  { title: 'Tỷ lệ', right: true, show: ({ rate }) => rateOf(rate) },
  {
    title: 'Số\nhồ sơ',
    right: true,
    show: ({ rate }) => (rate === null ? '' : printNumber(rate.denominator)),
    plain: ({ rate }) => String(rate?.denominator ?? ''),
  },
  {
    title: 'Hơn số\nđơn vị',
    right: true,
    show: ({ place }) => (place === null ? '' : rateOf(place.betterThan)),
  },
  {
    title: 'Hạng trong\nnhóm cùng quy mô',
    right: true,
    show: ({ similar }) => (similar ? `${similar.rank}/${similar.units.length + 1}` : ''),
  },
  {
    title: 'Ghi chú',
    show: ({ isSmall }) => (isSmall ? 'ít hồ sơ' : ''),
  },
]
