import { type Day, plusDays } from '@cchc/domain'
import { RECONCILE_CHANNELS, RECONCILE_MEASURES } from '@cchc/domain/reconcile'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { reconciliation as question } from '@cchc/hub/questions/reconciliation'
import { orRefusal, PageFailure } from '../ask.ts'
import { CHOSEN, type Chosen, chosenIn, chosenOf } from '../chosen.ts'
import { type Html, html, NOTHING, named } from '../html.ts'
import { PATHS } from '../links.ts'
import { chooser } from '../parts/choose.ts'
import { notice, refusalNotice } from '../parts/notice.ts'
import { table } from '../parts/table.ts'
import { titleOf } from '../periods.ts'
import { printedCount, printedDays } from '../printed.ts'
import type { Shown, View, Viewing } from '../view.ts'

type Answer = AnswerOf<typeof question>
type Line = Answer['lines'][number]

/** More lines make the page heavy; the command and the API give all. */
const MOST_LINES = 100

/** What is counted here beside what portals state of themselves, with the causes of each difference. */
export const reconciliation: View = {
  path: PATHS.reconciliation,
  menu: 'Đối chiếu',
  takes: CHOSEN,
  async show(viewing) {
    const asked = chosenIn(viewing)
    const period = viewing.given.period ?? monthBefore(viewing.place.today)
    const { org } = asked
    const asking = viewing.ask(question, { period, ...(org !== undefined && { org }) })
    const answer = await orRefusal(asking)
    if (answer instanceof PageFailure) return withoutFigures(viewing, { ...asked, period }, answer)
    const chosen = chosenOf({ ...asked, period }, answer)
    const { organisation, missing = [], lines } = answer
    return {
      title: `Đối chiếu ${titleOf(period)}`,
      content: html`<h1>${organisation ? named(organisation.name) : 'Tất cả các đơn vị'}<small>Đối chiếu với số liệu cổng công bố, ${titleOf(period)} theo tháng dương lịch (${printedDays(answer.period)})</small></h1>
${await chooser(viewing, chosen, { path: PATHS.reconciliation, withRule: false })}
${notice('Chưa có đủ số liệu', missing)}
${summaryOf(answer)}
${lineTable(lines.slice(0, MOST_LINES))}
${lines.length > MOST_LINES ? html`<p>và ${String(lines.length - MOST_LINES)} dòng khác.</p>` : NOTHING}`,
    }
  },
}

/** Where no portal states anything: why, and the form for another period or unit. */
async function withoutFigures(
  viewing: Viewing,
  chosen: Chosen & { readonly period: string },
  refusal: PageFailure,
): Promise<Shown> {
  const title = `Đối chiếu ${titleOf(chosen.period)}`
  return {
    title,
    content: html`<h1>${title}<small>Đối chiếu với số liệu cổng công bố</small></h1>
${await chooser(viewing, chosen, { path: PATHS.reconciliation, withRule: false })}
${refusalNotice('Chưa có số liệu để đối chiếu', refusal)}`,
  }
}

/** The last calendar month that is over: portals count calendar months. */
function monthBefore(today: Day): string {
  const last = plusDays(`${today.slice(0, 7)}-01`, -1)
  return `${last.slice(0, 4)}-M${last.slice(5, 7)}`
}

function summaryOf({ summary }: Answer): Html {
  const { lines, byVerdict, explained, open } = summary
  return html`<p class="answer">So ${printedCount(lines)} số liệu: ${printedCount(byVerdict.equal)} khớp, ${printedCount(explained)} đã rõ nguyên nhân, ${printedCount(open)} chênh lệch chưa rõ nguyên nhân.</p>`
}

const VERDICTS = {
  equal: 'khớp',
  missing_there: 'cổng không có',
  missing_here: 'tại tỉnh không có',
  different: 'khác',
} as const satisfies Readonly<Record<Line['verdict'], string>>

function lineTable(lines: readonly Line[]): Html {
  return table(
    'Số liệu chênh lệch',
    [
      { title: 'Đơn vị', isHead: true, cell: ({ organisation }: Line) => named(organisation.name) },
      { title: 'Cổng', cell: ({ portal }: Line) => named(portal) },
      { title: 'Số liệu', cell: measureOf },
      {
        title: 'Kỳ',
        cell: ({ period }: Line) =>
          html`${printedDays(period)}${period.provisional ? ' (tạm thời)' : NOTHING}`,
      },
      { title: 'Tại tỉnh', isNumber: true, cell: ({ here }: Line) => printedCount(here) },
      { title: 'Trên cổng', isNumber: true, cell: ({ there }: Line) => printedCount(there) },
      {
        title: 'Chênh lệch',
        isNumber: true,
        cell: ({ difference }: Line) => printedCount(difference),
      },
      { title: 'Kết luận, nguyên nhân', cell: causesOf },
    ],
    { rows: lines, empty: 'Mọi số liệu đều khớp.' },
  )
}

function measureOf({ measure, channel }: Line): string {
  const name = RECONCILE_MEASURES[measure]
  return channel === null ? name : `${name}, ${RECONCILE_CHANNELS[channel].toLowerCase()}`
}

function causesOf({ verdict, causes, unexplained }: Line): Html {
  const told = causes.map(
    ({ name, detail, effect, confidence }) =>
      html`<li>${named(name)}${detail ? html`: ${named(detail.name)}` : NOTHING}: ${printedCount(effect)}${confidence === 'identified' ? NOTHING : ' (theo phép cộng)'}</li>`,
  )
  const rest =
    unexplained === 0 ? NOTHING : html`<li class="bad">chưa rõ: ${printedCount(unexplained)}</li>`
  return html`${VERDICTS[verdict]}<ul class="reasons">${told}${rest}</ul>`
}
