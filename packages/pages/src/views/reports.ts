import type { FilledReport } from '@cchc/domain'
import { report } from '@cchc/hub/questions/report'
import { templates } from '@cchc/hub/questions/templates'
import { orRefusal, PageFailure } from '../ask.ts'
import { askedOf, CHOSEN, type Chosen, chosenIn } from '../chosen.ts'
import { type Html, html, NOTHING, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { chooser } from '../parts/choose.ts'
import { formField } from '../parts/fields.ts'
import { linkIfAllowed } from '../parts/if-allowed.ts'
import { notice, refusalNotice } from '../parts/notice.ts'
import { reportTables } from '../parts/report-tables.ts'
import { titleOf } from '../periods.ts'
import type { View, Viewing } from '../view.ts'

const FORMATS = ['xlsx', 'docx', 'csv', 'md', 'json'] as const

/** A report in its official form: chosen, looked at as it will be printed, and taken away. */
export const reports: View = {
  path: PATHS.reports,
  menu: 'Báo cáo',
  takes: [...CHOSEN, 'template'],
  async show(viewing) {
    const { items } = await viewing.ask(templates, {})
    const { template } = viewing.given
    const asked = chosenIn(viewing)
    const answer = template === undefined ? undefined : await fill(viewing, asked, template)
    const made = answer instanceof PageFailure ? undefined : answer
    const chosen = { ...asked, org: made?.head.organisationCode ?? asked.org }
    const { period } = chosen
    const more = formField(items, { chosen: template, period, place: viewing.place })
    const choose = { path: PATHS.reports, withRule: false, more }
    return {
      title: 'Báo cáo',
      content: html`<h1>Báo cáo<small>Chọn biểu mẫu, đơn vị và kỳ; xem trước rồi tải về</small></h1>
${await chooser(viewing, chosen, choose)}
${answer instanceof PageFailure ? refusalNotice('Không lập được báo cáo này', answer) : NOTHING}
${made && template !== undefined ? filled(made, { chosen, template }) : html`<p>Chọn biểu mẫu rồi bấm Xem.</p>`}
${await workOfPeriod(viewing, chosen)}`,
    }
  },
}

/** What else is done for the same unit and period. */
async function workOfPeriod(viewing: Viewing, { org, period }: Chosen): Promise<Html> {
  const asked = { org, period }
  const works = [
    [PATHS.checkFile, { words: 'Soát lỗi tệp của kỳ này', asked: { org, against: period } }],
    [PATHS.fillFile, { words: 'Điền biểu mẫu nhận được', asked }],
    [PATHS.consolidate, { words: 'Tổng hợp tệp của các đơn vị', asked }],
    [PATHS.closePeriod, { words: 'Chốt kỳ, hoặc mở lại kỳ đã chốt', asked }],
  ] as const
  const found = await Promise.all(works.map(([path, link]) => linkIfAllowed(viewing, path, link)))
  const links = found.filter((link) => link !== NOTHING).map((link) => html`<li>${link}</li>`)
  return html`<nav aria-label="Việc khác của kỳ"><ul class="tabs">${links}</ul></nav>`
}

function fill({ ask }: Viewing, chosen: Chosen, template: string) {
  const { rule: _, ...asked } = askedOf(chosen)
  return orRefusal(ask(report, { ...asked, template }))
}

function filled(
  made: FilledReport,
  { chosen: own, template }: { readonly chosen: Chosen; readonly template: string },
): Html {
  const { missing = [], cautions = [], stated = [] } = made.provenance ?? {}
  return html`${notice('Chưa có đủ số liệu', missing)}${notice('Lưu ý về biểu mẫu', cautions, { kind: 'told' })}${notice('Số liệu do nguồn cung cấp', stated, { kind: 'told' })}
${downloads(own, template)}
<article class="report">${headOf(made)}${reportTables(made, { chosen: own, template })}</article>`
}

function downloads({ org, period, partial }: Chosen, template: string): Html {
  const links = FORMATS.map(
    (format) =>
      html`<li><a href="${linkTo('/tai-ve/bao-cao', { template, org, period, partial, format })}">${format}</a></li>`,
  )
  return html`<nav aria-label="Tải báo cáo"><ul class="tabs"><li>Tải về:</li>${links}</ul></nav>`
}

function headOf({ head, title, formNumber, unitLine, recipient }: FilledReport): Html {
  return html`<div class="report-head"><p>${formNumber === null ? NOTHING : html`Biểu số: ${named(formNumber)}`}</p><h2>${named(title)}</h2><p>${titleOf(head.period.text)}</p>
<p>Đơn vị báo cáo: ${named(head.agency)}${recipient ? html`. Đơn vị nhận: ${named(recipient)}` : NOTHING}${unitLine === null ? NOTHING : html`. ${named(unitLine)}`}</p></div>`
}
