import { csvText } from '@cchc/hub'
import { due } from '@cchc/hub/questions/due'
import { dueWeeks } from '@cchc/hub/questions/due-weeks'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { ranking } from '@cchc/hub/questions/ranking'
import { bulletinFile } from './bulletin-file.ts'
import { chosenIn } from './chosen.ts'
import { DUE_TAKES, dueAsked, WEEKS_TAKE, weeksAsked } from './due-asked.ts'
import { plain } from './html.ts'
import type { PageFile } from './page-file.ts'
import { weekTitle } from './periods.ts'
import { printedDay, printedRate } from './printed.ts'
import { RANKING_TAKES, rankingAsked } from './ranking-asked.ts'

/** More than that is asked unit by unit. */
const MOST_LISTED = 10_000

const KINDS = { overdue: 'quá hạn', dueSoon: 'sắp đến hạn' } as const

const dueFile: PageFile = {
  path: '/tai-ve/qua-han',
  takes: DUE_TAKES,
  name: 'qua-han-va-sap-den-han.csv',
  async make({ ask, given }) {
    const { items } = await ask(due, dueAsked(given, MOST_LISTED))
    const head = ['Mã hồ sơ', 'Mã đơn vị', 'Đơn vị', 'Mã thủ tục', 'Thủ tục hành chính']
    const lines = items.map(({ code, organisation, procedure, dueOn, daysLate, kind }) => [
      ...[code, organisation.code, organisation.name, procedure?.code ?? ''],
      ...[procedure?.name ?? '', printedDay(dueOn), KINDS[kind], String(daysLate)],
    ])
    const titles = [...head, 'Ngày hẹn trả', 'Tình trạng', 'Số ngày quá hạn']
    return csvText([titles, ...lines.map((line) => line.map(plain))])
  },
}

const weeksFile: PageFile = {
  path: '/tai-ve/qua-han-theo-tuan',
  takes: WEEKS_TAKE,
  name: 'qua-han-va-den-han-theo-tuan.csv',
  async make({ ask, given }) {
    const { weeks, units, total } = await ask(dueWeeks, weeksAsked(given))
    const titles = weeks.map((week) => `${capital(KINDS_BY_WEEK[week.kind])} ${weekTitle(week)}`)
    const all = total === null ? [] : [{ code: '', name: 'Tổng số', ...total }]
    const lines = [...units, ...all].map(({ code, name, counts, overdue, dueSoon }) => [
      ...[code, plain(name)],
      ...[...counts, overdue, dueSoon].map(String),
    ])
    return csvText([['Mã đơn vị', 'Đơn vị', ...titles, 'Cộng quá hạn', 'Cộng đến hạn'], ...lines])
  },
}

const KINDS_BY_WEEK = { overdue: 'quá hạn', dueSoon: 'đến hạn' } as const

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

const rankingFile: PageFile = {
  path: '/tai-ve/so-sanh',
  takes: RANKING_TAKES,
  name: 'so-sanh-don-vi.csv',
  async make(viewing) {
    const asked = rankingAsked(chosenIn(viewing), viewing.given.measure)
    const { levels, measure } = await viewing.ask(ranking, asked)
    const lines = levels.flatMap((level) => level.units.map((unit) => rankingLine(level, unit)))
    const titles = ['Cấp', 'Hạng', 'Số đơn vị', 'Mã đơn vị', 'Đơn vị', measure.name, 'Tử số']
    const more = ['Mẫu số', 'Trung vị của cấp', 'Hạng trong nhóm cùng quy mô', 'Ghi chú']
    return csvText([[...titles, ...more], ...lines.map((line) => line.map(plain))])
  },
}

type RankedLevel = AnswerOf<typeof ranking>['levels'][number]

function rankingLine(
  { name: level, ranked, median }: RankedLevel,
  { code, name, rate, place, isSmall, similar }: RankedLevel['units'][number],
): readonly string[] {
  const parts = [rate?.numerator, rate?.denominator].map((part) => String(part ?? ''))
  const group = similar ? `${similar.rank}/${similar.units.length + 1}` : ''
  const rates = [rate, median].map((one) => (one === null ? '' : printedRate(one)))
  const [own = '', middle = ''] = rates
  return [
    ...[level, String(place?.rank ?? ''), String(ranked), code, name],
    ...[own, ...parts, middle, group, isSmall && place ? 'ít hồ sơ' : ''],
  ]
}

/** The files that the page makes itself, of what a question answers. */
export const FILES: readonly PageFile[] = [dueFile, weeksFile, rankingFile, bulletinFile]
