import type { dueWeeks } from '@cchc/hub/questions/due-weeks'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { type Html, html, NOTHING, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { weekDays, weekName } from '../periods.ts'
import { printedCount } from '../printed.ts'

type Answer = AnswerOf<typeof dueWeeks>
type Week = Answer['weeks'][number]
type Row = Pick<Answer['units'][number], 'counts' | 'overdue' | 'dueSoon'>

/** More units make the page heavy; the file holds all. */
const MOST_UNITS = 40

const CAPTION = 'Số hồ sơ quá hạn và đến hạn theo đơn vị và tuần hẹn trả'

/** Units × weeks: the number in each cell leads to its dossiers, and how dark a cell is only repeats it. */
export function heatTable(answer: Answer, rule: string | undefined): Html {
  const { units, total, organisation, day } = answer
  if (total === null) return html`<p class="empty">Chưa có số liệu.</p>`
  if (units.length === 0)
    return html`<p class="empty">Không có hồ sơ nào quá hạn hoặc đến hạn trong các tuần này.</p>`
  const shown = units.slice(0, MOST_UNITS)
  const most = Math.max(1, ...shown.flatMap(({ counts }) => counts))
  const shared = { weeks: answer.weeks, day, rule }
  const lines = shown.map((unit) => {
    const cells = cellsOf(unit, { ...shared, org: unit.code, most })
    return html`<tr><th scope="row">${named(unit.name)}</th>${cells}</tr>\n`
  })
  const all = cellsOf(total, { ...shared, org: organisation?.code, most: undefined })
  const rest = units.length - shown.length
  return html`<div class="wide" tabindex="0" role="group" aria-label="${CAPTION}"><table class="heat"><caption>${CAPTION}</caption>
${headOf(answer.weeks)}
<tbody>
${lines}</tbody><tbody><tr class="total"><th scope="row">Tổng số</th>${all}</tr></tbody></table></div>${
    rest > 0 ? html`<p>và ${String(rest)} đơn vị khác, ít hồ sơ hơn; tệp csv có đủ.</p>` : NOTHING
  }`
}

const KINDS = { overdue: 'Quá hạn, hẹn trả', dueSoon: 'Đến hạn, hẹn trả' } as const

function headOf(weeks: readonly Week[]): Html {
  const groups = (['overdue', 'dueSoon'] as const).map((kind) => {
    const count = weeks.filter((week) => week.kind === kind).length + 1
    return html`<th scope="colgroup" colspan="${String(count)}">${KINDS[kind]}</th>`
  })
  const titles = ofBothKinds(
    weeks.map((week) => {
      const title = html`${weekName(week)}<small>${weekDays(week)}</small>`
      return { kind: week.kind, cell: html`<th scope="col" class="n">${title}</th>` }
    }),
    () => html`<th scope="col" class="n">Cộng</th>`,
  )
  return html`<thead><tr><th scope="col" rowspan="2">Đơn vị</th>${groups}</tr><tr>${titles}</tr></thead>`
}

interface Around {
  readonly weeks: readonly Week[]
  readonly day: string
  readonly rule: string | undefined
  readonly org: string | undefined
  /** The largest number of the table; absent = the row is not shaded. */
  readonly most: number | undefined
}

function cellsOf({ counts, ...sums }: Row, { weeks, most, ...asked }: Around): Html {
  const cells = weeks.map(({ kind, from, to }, at) => {
    const count = counts[at] ?? 0
    const days = { dueFrom: from ?? undefined, dueTo: to ?? undefined }
    const shade = most === undefined || count === 0 ? '' : ` ${kind} s${shadeOf(count, most)}`
    const cell = html`<td class="n${shade}">${counted(count, { ...asked, kind, ...days })}</td>`
    return { kind, cell }
  })
  const last = weeks.at(-1)?.to ?? undefined
  const sum = (kind: Week['kind']) => {
    const until = kind === 'dueSoon' ? { dueTo: last } : {}
    return html`<td class="n sum">${counted(sums[kind], { ...asked, kind, ...until })}</td>`
  }
  return html`${ofBothKinds(cells, sum)}`
}

interface OfKind {
  readonly kind: Week['kind']
  readonly cell: Html
}

/** What belongs to each kind, with its sum behind it. */
function ofBothKinds(cells: readonly OfKind[], sum: (kind: Week['kind']) => Html): readonly Html[] {
  return (['overdue', 'dueSoon'] as const).flatMap((kind) => [
    ...cells.filter((one) => one.kind === kind).map(({ cell }) => cell),
    sum(kind),
  ])
}

function counted(count: number, asked: Parameters<typeof linkTo>[1]): Html {
  if (count === 0) return html`<span class="zero">0</span>`
  return html`<a href="${linkTo(PATHS.due, asked)}">${printedCount(count)}</a>`
}

/** From 1 to 4, in equal ratios, so that few and many stay apart. */
function shadeOf(count: number, most: number): number {
  return Math.min(4, 1 + Math.floor((4 * Math.log(count)) / Math.log(most + 1)))
}
