import { BULLETIN_FILE } from '../bulletin-file.ts'
import { type BeforeTold, type BulletinFigure, bulletinTold, FOUR } from '../bulletin-told.ts'
import { CHOSEN, type Chosen } from '../chosen.ts'
import { type Html, html, NOTHING, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { besideFigures, ruleLine } from '../parts/beside-figures.ts'
import { chooser } from '../parts/choose.ts'
import type { FiguresRow } from '../parts/columns.ts'
import { figure, tile } from '../parts/figure.ts'
import { notice } from '../parts/notice.ts'
import { table } from '../parts/table.ts'
import { toldHtml } from '../parts/told.ts'
import { titleOf } from '../periods.ts'
import { printedCount } from '../printed.ts'
import type { View } from '../view.ts'

/** One printed page for a leader: four figures, what to mind with its cause, and what changed since the period before. */
export const bulletin: View = {
  path: PATHS.bulletin,
  menu: 'Bản tin',
  takes: CHOSEN,
  async show(viewing) {
    const { answer, chosen, minded, before } = await bulletinTold(viewing)
    const { place } = viewing
    const title = titleOf(chosen.period)
    const row = { ...answer.total, chosen }
    const told = minded.map((one) => html`<li>${toldHtml(one)}</li>`)
    return {
      title: `Bản tin ${title}`,
      content: html`<h1>${answer.organisation ? named(answer.organisation.name) : 'Tất cả các đơn vị'}<small>Bản tin giải quyết thủ tục hành chính, ${title}</small></h1>
${await chooser(viewing, chosen, { path: PATHS.bulletin })}
${ruleLine(answer)}
${besideFigures(answer, { chosen, place, path: PATHS.bulletin })}
${fourFigures(row)}
<section><h2>Điều cần lưu ý</h2>${told.length === 0 ? html`<p class="empty">Không có điều gì cần lưu ý trong số liệu đã biết.</p>` : html`<ol class="minded">${told}</ol>`}</section>
${before ? changesSince(before, row) : NOTHING}
<p class="tabs"><a href="${linkTo(BULLETIN_FILE, { ...chosen })}">Tải bản tin (docx)</a></p>`,
    }
  },
}

type ChosenRow = FiguresRow & { readonly chosen: Chosen }

function fourFigures(row: ChosenRow): Html {
  const tiles = FOUR.map(({ title, indicator, printed }) =>
    tile(title, { value: figure(printed(row), indicator, row.chosen), before: NOTHING }),
  )
  return html`<div class="tiles">${tiles}</div>`
}

/** The same figures of the period before, and why those that were closed then are others now. */
function changesSince({ answer, chosen, restated }: BeforeTold, now: ChosenRow): Html {
  const [own, title] = [titleOf(now.chosen.period), titleOf(chosen.period)]
  const before = { ...answer.total, chosen }
  const cell = (row: ChosenRow) => (one: BulletinFigure) =>
    figure(one.printed(row), one.indicator, row.chosen)
  return html`<section><h2>Thay đổi so với ${title}</h2>${table(
    `${own} bên ${title}`,
    [
      { title: 'Số liệu', isHead: true, cell: ({ title }: BulletinFigure) => title },
      { title: own, isNumber: true, cell: cell(now) },
      { title, isNumber: true, cell: cell(before) },
    ],
    { rows: FOUR, empty: '' },
  )}${notice('Kỳ trước chưa có đủ số liệu', answer.missing ?? [])}${restated ? restatedSince(title, restated) : NOTHING}</section>`
}

function restatedSince(title: string, { dossiers, reasons }: NonNullable<BeforeTold['restated']>) {
  const told = reasons.map(
    (one) => html`<li>${named(one.name)}: ${printedCount(one.dossiers)} hồ sơ</li>`,
  )
  return html`<p>Số liệu đã chốt của ${title} nay khác ở ${printedCount(dossiers)} hồ sơ, vì:</p><ul>${told}</ul>`
}
