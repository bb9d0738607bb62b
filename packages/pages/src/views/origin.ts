import type { AnswerOf } from '@cchc/hub/questions/question'
import { why } from '@cchc/hub/questions/why'
import { askedOf, CHOSEN, type Chosen, chosenIn, chosenOf } from '../chosen.ts'
import { type Html, html, NOTHING, named, plain } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { cellTree } from '../origin/cell-tree.ts'
import { notice } from '../parts/notice.ts'
import { table } from '../parts/table.ts'
import { titleOf } from '../periods.ts'
import { printedCell, printedDay, printedInstant } from '../printed.ts'
import type { View } from '../view.ts'

type Answer = AnswerOf<typeof why>

/** Where one number comes from, down to the runs that brought it and the people who entered it. */
export const origin: View = {
  path: PATHS.origin,
  takes: [...CHOSEN, 'indicator', 'template', 'column', 'history'],
  async show(viewing) {
    const wished = chosenIn(viewing)
    const { indicator = 'receivedTotal', template, column, history } = viewing.given
    const figure = {
      indicator,
      ...(template !== undefined && { template }),
      ...(column !== undefined && { column }),
    }
    const answer = await viewing.ask(why, {
      ...askedOf(wished),
      ...figure,
      ...(history === 'true' && { history: true }),
    })
    const chosen = chosenOf(wished, answer)
    const { cell, organisation, period, missing = [], cautions = [], findings } = answer
    return {
      title: `Số này từ đâu? ${nameOf(answer)}`,
      content: html`<p class="back"><a href="${backTo(chosen)}">Về tổng quan</a></p>
<h1>Số này từ đâu?<small>${nameOf(answer)}, ${titleOf(chosen.period)}</small></h1>
<p class="answer"><strong>${printedCell(cell.cell)}</strong> ${named(cell.unit)}</p>
<p class="rule">${named(organisation.name)} (${organisation.code}), từ ngày ${printedDay(period.from)} đến hết ngày ${printedDay(period.to)}, theo dữ liệu biết đến ${printedInstant(answer.knownAt)}. ${ruleOf(answer)}</p>
${notice('Chưa có đủ số liệu', missing)}${notice('Các số không khớp', findings)}${notice('Hiệu lực', cautions, { kind: 'told' })}
<section class="tree"><h2>Cách tính và số liệu gốc</h2>${cellTree(cell, { chosen })}</section>
${historyOf(answer, linkTo(PATHS.origin, { ...chosen, ...figure, history: 'true' }))}${runsOf(answer)}${sourcesOf(answer)}`,
    }
  },
}

/** What the number is: its row, and its column where the form has several. */
function nameOf({ cell: { label, column } }: Answer): string {
  return plain([label, column.title].filter(Boolean).join(' – '))
}

function backTo({ org, period, rule, partial }: Chosen): string {
  return linkTo(PATHS.overview, { org, period, rule, partial })
}

function ruleOf({ rule, template }: Answer): Html {
  const basis = rule.legalBasis.map(({ type, number, date }) =>
    date === null ? `${type} ${number}` : `${type} ${number} ngày ${printedDay(date)}`,
  )
  return html`Đếm theo <strong>${rule.name}</strong> (${rule.id}, phiên bản ${String(rule.version)}${basis.length > 0 ? html`; ${basis.join('; ')}` : NOTHING}). Biểu mẫu: ${named(template.title)}.`
}

/** Every value that it had; to be asked for, since each is reported anew. */
function historyOf({ history }: Answer, link: string): Html {
  type Value = NonNullable<Answer['history']>[number]
  const title = 'Các giá trị từng có'
  if (history === undefined)
    return html`<p><a href="${link}">${title}: từ khi nào và vì sao đổi</a></p>`
  return html`<section><h2>${title}</h2>${table(
    title,
    [
      { title: 'Từ', isHead: true, cell: ({ since }: Value) => printedInstant(since) },
      {
        title: 'Giá trị',
        isNumber: true,
        cell: ({ printed }: Value) => (printed === '' ? 'chưa có số liệu' : named(printed)),
      },
      { title: 'Vì sao', cell: ({ because }: Value) => named(because) },
    ],
    { rows: history, empty: 'Chưa có giá trị nào.' },
  )}</section>`
}

function runsOf({ runs }: Answer): Html {
  type Run = Answer['runs'][number]
  return html`<section><h2>Các lượt đồng bộ đã mang số liệu về</h2>${table(
    'Lượt đồng bộ',
    [
      {
        title: 'Lượt',
        isHead: true,
        cell: ({ id }: Run) => html`<a href="${linkTo(PATHS.run, { id })}">${id}</a>`,
      },
      { title: 'Nguồn', cell: ({ source }: Run) => named(source) },
      { title: 'Bộ kết nối', cell: (run: Run) => `${run.connector} ${run.connectorVersion}` },
      { title: 'Bắt đầu', cell: ({ startedAt }: Run) => printedInstant(startedAt) },
      {
        title: 'Kết thúc',
        cell: ({ finishedAt }: Run) => (finishedAt ? printedInstant(finishedAt) : 'chưa'),
      },
    ],
    { rows: runs, empty: 'Không có lượt đồng bộ nào đứng sau số này.' },
  )}</section>`
}

function sourcesOf({ sources }: Answer): Html {
  type Source = Answer['sources'][number]
  return html`<section><h2>Các nguồn</h2>${table(
    'Nguồn dữ liệu',
    [
      { title: 'Nguồn', isHead: true, cell: ({ source }: Source) => named(source) },
      { title: 'Hệ thống', cell: ({ title }: Source) => named(title ?? '') },
      {
        title: 'Đọc trọn lần cuối',
        cell: (one: Source) =>
          one.lastCompletedAt ? printedInstant(one.lastCompletedAt) : 'chưa bao giờ',
      },
    ],
    { rows: sources, empty: 'Không có nguồn nào.' },
  )}</section>`
}
