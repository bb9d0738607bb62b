import type { due } from '@cchc/hub/questions/due'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { type Html, html, NOTHING } from '../html.ts'
import { type LinkAsked, linkTo, PATHS } from '../links.ts'
import { printedDay } from '../printed.ts'

const KINDS = [
  ['', 'Quá hạn và sắp đến hạn'],
  ['overdue', 'Chỉ quá hạn'],
  ['dueSoon', 'Chỉ sắp đến hạn'],
] as const

/** The filters of the worklist. */
export function dueForm({ day }: AnswerOf<typeof due>, given: LinkAsked): Html {
  const kinds = KINDS.map(
    ([kind, name]) =>
      html`<option value="${kind}"${kind === (given.kind ?? '') ? html` selected` : NOTHING}>${name}</option>`,
  )
  const kept = (['dueFrom', 'dueTo', 'rule'] as const).flatMap((name) => {
    const value = given[name]
    return value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}">`]
  })
  return html`<form class="choose" method="get" action="${linkTo(PATHS.due)}" role="search">${kept}
<label>Đơn vị (mã hoặc tên đầy đủ) <input name="org" value="${given.org ?? ''}" maxlength="40"></label>
<label>Tính đến hết ngày <input name="day" value="${printedDay(day)}" placeholder="dd/mm/yyyy" inputmode="numeric" maxlength="10"></label>
<label>Tình trạng <select name="kind">${kinds}</select></label>
<label>Mã thủ tục <input name="procedure" value="${given.procedure ?? ''}" maxlength="60"></label>
<label>Số ngày làm việc tới <input name="within" value="${given.within ?? ''}" inputmode="numeric" maxlength="2"></label>
<button>Xem</button></form>`
}
