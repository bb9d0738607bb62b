import { undoIndicators } from '@cchc/hub/actions/undo-indicators'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { type Html, html, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { orgField, periodField, personField } from '../parts/fields.ts'
import { formIfAllowed, linkIfAllowed } from '../parts/if-allowed.ts'
import { table } from '../parts/table.ts'
import { printedCount } from '../printed.ts'
import type { View, Viewing } from '../view.ts'

const TITLE = 'Hoàn tác số liệu đã nhập'

type Answer = AnswerOf<typeof undoIndicators>
type Entry = Answer['undone'][number]

/** What was entered from a file is taken back; the history is kept. */
export const undo: View = {
  path: PATHS.undo,
  takes: ['what', 'org', 'period'],
  async show(viewing) {
    return {
      title: TITLE,
      content: html`<p class="back">${await back(viewing)}</p><h1>${TITLE}<small>Số trước đó được lấy lại; lịch sử vẫn được giữ</small></h1>${await formIfAllowed(viewing, PATHS.undo, () => formOf(viewing))}`,
    }
  },
  form: {
    takes: ['what', 'org', 'period', 'by', 'reason'],
    files: [],
    async show(sent) {
      const { given, tell } = sent
      const { undone, kept } = await tell(undoIndicators, given)
      return {
        title: TITLE,
        content: html`<p class="back">${await back(sent)}</p><h1>${TITLE}<small>${named(given.what ?? '')}</small></h1>
<p class="answer told" role="status">Đã hoàn tác <strong>${printedCount(undone.length)}</strong> số liệu${kept.length > 0 ? html`; ${printedCount(kept.length)} số liệu đã được thay từ trước nên giữ nguyên` : ''}. Nếu là tệp của một đơn vị, hãy <a href="${linkTo(PATHS.consolidate, { period: given.period })}">tổng hợp lại</a> để tính lại số cộng của cấp trên.</p>
${entryTable(undone)}`,
      }
    },
  },
}

function back(viewing: Viewing): Promise<Html> {
  return linkIfAllowed(viewing, PATHS.consolidate, { words: 'Về tổng hợp' })
}

function formOf({ given, place }: Viewing): Html {
  const { what, org, period } = given
  return html`<form class="choose" method="post" action="${linkTo(PATHS.undo)}">
<label>Tên tệp đã nhập <input name="what" value="${what ?? ''}" maxlength="400" required></label>
${orgField(org)}${periodField(period ?? '', { place, none: 'Mọi kỳ' })}
<label>Lý do <input name="reason" maxlength="1000" required></label>${personField(place)}
<p class="buttons"><button>Hoàn tác</button></p></form>`
}

function entryTable(entries: readonly Entry[]): Html {
  return table(
    'Số liệu đã hoàn tác',
    [
      { title: 'Chỉ tiêu', isHead: true, cell: ({ label }: Entry) => named(label) },
      { title: 'Đơn vị', cell: ({ organisation }: Entry) => named(organisation) },
      { title: 'Số liệu', isNumber: true, cell: ({ value }: Entry) => named(value) },
    ],
    { rows: entries, empty: '' },
  )
}
