import { closePeriod as close, reopenPeriod as reopen } from '@cchc/hub/actions/closings'
import { periods } from '@cchc/hub/questions/periods'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { type Html, html, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { orgField, periodField, personField } from '../parts/fields.ts'
import { formIfAllowed } from '../parts/if-allowed.ts'
import { notice } from '../parts/notice.ts'
import { table } from '../parts/table.ts'
import { lastWholeMonth, titleOf } from '../periods.ts'
import { printedInstant } from '../printed.ts'
import type { Sent, View, Viewing } from '../view.ts'

const TITLE = 'Chốt kỳ'

/** A period that is over is closed, so that its figures stay as they were reported, or opened again with a reason. */
export const closePeriod: View = {
  path: PATHS.closePeriod,
  takes: ['org', 'period'],
  async show(viewing) {
    return {
      title: TITLE,
      content: html`${back}<h1>${TITLE}<small>Số liệu của kỳ đã chốt giữ nguyên như đã báo cáo, dù dữ liệu sau đó thay đổi</small></h1>
${await formIfAllowed(viewing, PATHS.closePeriod, () => formOf(viewing))}${await closings(viewing)}`,
    }
  },
  form: {
    takes: ['org', 'period', 'note', 'by', 'what'],
    files: [],
    async show(sent) {
      const { told, warnings } = await done(sent)
      return {
        title: TITLE,
        content: html`${back}<h1>${TITLE}<small>${titleOf(sent.given.period ?? '')}</small></h1>
<p class="answer told" role="status">${told}</p>${notice('Cần xem', warnings)}${await closings(sent)}`,
      }
    },
  },
}

const back = html`<p class="back"><a href="${linkTo(PATHS.reports)}">Về báo cáo</a></p>`

async function done({ given, tell }: Sent) {
  const { note, what } = given
  if (what === 'mo') {
    const { organisation } = await tell(reopen, { ...given, reason: note })
    return { told: html`Đã mở lại kỳ của ${named(organisation.name)}.`, warnings: [] }
  }
  const { organisation, warnings } = await tell(close, given)
  return { told: html`Đã chốt kỳ của ${named(organisation.name)}.`, warnings }
}

function formOf({ given, place }: Viewing): Html {
  const { org, period = lastWholeMonth(place) } = given
  return html`<form class="choose" method="post" action="${linkTo(PATHS.closePeriod)}">
${orgField(org)}${periodField(period, { place })}
<label>Ghi chú (mở lại: lý do) <input name="note" maxlength="1000"></label>${personField(place)}
<p class="buttons"><button name="what" value="chot">Chốt kỳ</button> <button name="what" value="mo" class="second">Mở lại kỳ đã chốt</button></p></form>`
}

type Closing = AnswerOf<typeof periods>['items'][number]

const STATES = { closed: 'đã chốt', reopened: 'đã mở lại' } as const

async function closings({ ask }: Viewing): Promise<Html> {
  const { items } = await ask(periods, {})
  return html`<section><h2>Các kỳ đã từng chốt</h2>${table(
    'Các kỳ đã từng chốt',
    [
      {
        title: 'Kỳ',
        isHead: true,
        isShort: true,
        cell: ({ period }: Closing) => html`${titleOf(period)}`,
      },
      { title: 'Đơn vị', cell: ({ organisation }: Closing) => named(organisation.name) },
      { title: 'Tình trạng', cell: ({ state }: Closing) => STATES[state] },
      { title: 'Đã làm gì', cell: eventsOf },
    ],
    { rows: items, empty: 'Chưa kỳ nào được chốt.' },
  )}</section>`
}

function eventsOf({ events }: Closing): Html {
  const told = events.map(
    ({ action, by, note, recordedAt }) =>
      html`<li>${printedInstant(recordedAt)}: ${action === 'close' ? 'chốt' : 'mở lại'} bởi ${named(by)}${note === null ? '' : html` (${named(note)})`}</li>`,
  )
  return html`<ul class="reasons">${told}</ul>`
}
