import { onlineShare } from '@cchc/domain'
import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { restatements } from '@cchc/hub/questions/restatements'
import { askedOf, CHOSEN, type Chosen, chosenIn, chosenOf } from '../chosen.ts'
import { type Html, html, NOTHING, named } from '../html.ts'
import { PATHS } from '../links.ts'
import { besideFigures, ruleLine } from '../parts/beside-figures.ts'
import { chooser } from '../parts/choose.ts'
import type { FiguresRow } from '../parts/columns.ts'
import { figure, tile } from '../parts/figure.ts'
import { notice } from '../parts/notice.ts'
import { table } from '../parts/table.ts'
import { thingsToMind } from '../parts/things-to-mind.ts'
import { lastWholeMonth, periodBefore, titleOf } from '../periods.ts'
import { printedCount, printedRate } from '../printed.ts'
import type { View, Viewing } from '../view.ts'

type Answer = AnswerOf<typeof dossierStatistics>

/** One printed page for a leader: four figures, what to mind with its cause, and what changed since the period before. */
export const bulletin: View = {
  path: PATHS.bulletin,
  menu: 'Bản tin',
  takes: CHOSEN,
  async show(viewing) {
    const { given, place, ask } = viewing
    const period = given.period ?? lastWholeMonth(place)
    const wished = { ...chosenIn(viewing), period }
    const answer = await ask(dossierStatistics, askedOf(wished))
    const chosen = chosenOf(wished, answer)
    const [day = place.today] = [answer.period.to, place.today].toSorted()
    const minded = await thingsToMind({ ask, chosen, day })
    return {
      title: `Bản tin ${titleOf(period)}`,
      content: html`<h1>${answer.organisation ? named(answer.organisation.name) : 'Tất cả các đơn vị'}<small>Bản tin giải quyết thủ tục hành chính, ${titleOf(period)}</small></h1>
${await chooser(viewing, chosen, { path: PATHS.bulletin })}
${ruleLine(answer)}
${besideFigures(answer, { chosen, place, path: PATHS.bulletin })}
${fourFigures(answer, chosen)}
<section><h2>Điều cần lưu ý</h2>${minded.length === 0 ? html`<p class="empty">Không có điều gì cần lưu ý trong số liệu đã biết.</p>` : html`<ol class="minded">${minded.map((one) => html`<li>${one}</li>`)}</ol>`}</section>
${await changesSince(answer, chosen, viewing)}`,
    }
  },
}

interface Figure {
  readonly title: string
  readonly indicator: string
  printed(row: FiguresRow): string
}

const FOUR: readonly Figure[] = [
  {
    title: 'Hồ sơ đã giải quyết',
    indicator: 'resolvedTotal',
    printed: ({ statistics }) => printedCount(statistics.resolvedTotal),
  },
  {
    title: 'Tỷ lệ đúng hạn',
    indicator: 'onTime',
    printed: ({ onTime }) => printedRate(onTime),
  },
  {
    title: 'Đang quá hạn',
    indicator: 'pendingOverdue',
    printed: ({ statistics }) => printedCount(statistics.pendingOverdue),
  },
  {
    title: 'Tỷ lệ trực tuyến',
    indicator: 'receivedOnline',
    printed: (row) => printedRate(onlineShare(row)),
  },
]

function fourFigures({ total }: Answer, chosen: Chosen): Html {
  const row = { ...total, chosen }
  const tiles = FOUR.map(({ title, indicator, printed }) =>
    tile(title, { value: figure(printed(row), indicator, chosen), before: NOTHING }),
  )
  return html`<div class="tiles">${tiles}</div>`
}

/** The same figures of the period before, and why those that were closed then are others now. */
async function changesSince(answer: Answer, chosen: Chosen, { ask }: Viewing): Promise<Html> {
  const period = periodBefore(chosen.period)
  if (period === undefined) return NOTHING
  const earlier = { ...chosen, period }
  const last = await ask(dossierStatistics, askedOf(earlier))
  const [now, before] = [
    { ...answer.total, chosen },
    { ...last.total, chosen: earlier },
  ]
  const cell = (row: typeof now) => (one: Figure) =>
    figure(one.printed(row), one.indicator, row.chosen)
  return html`<section><h2>Thay đổi so với ${titleOf(period)}</h2>${table(
    `${titleOf(chosen.period)} bên ${titleOf(period)}`,
    [
      { title: 'Số liệu', isHead: true, cell: ({ title }: Figure) => title },
      { title: titleOf(chosen.period), isNumber: true, cell: cell(now) },
      { title: titleOf(period), isNumber: true, cell: cell(before) },
    ],
    { rows: FOUR, empty: '' },
  )}${notice('Kỳ trước chưa có đủ số liệu', last.missing ?? [])}${last.closed?.restated ? await restated(earlier, ask) : NOTHING}</section>`
}

async function restated({ org, period, rule }: Chosen, ask: Viewing['ask']): Promise<Html> {
  const asked = { period, ...(org !== undefined && { org }), ...(rule !== undefined && { rule }) }
  const { total } = await ask(restatements, asked)
  const reasons = total.reasons.map(
    ({ name, dossiers }) => html`<li>${named(name)}: ${printedCount(dossiers)} hồ sơ</li>`,
  )
  return html`<p>Số liệu đã chốt của ${titleOf(period)} nay khác ở ${printedCount(total.dossiers)} hồ sơ, vì:</p><ul>${reasons}</ul>`
}
