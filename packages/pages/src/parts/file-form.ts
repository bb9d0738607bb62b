import { type Html, html, NOTHING } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import type { View, Viewing } from '../view.ts'
import { maySend } from './if-allowed.ts'

/** What is done with files, by its view. */
const DONE_WITH_FILES = [
  [PATHS.checkFile, 'Soát lỗi một báo cáo'],
  [PATHS.fillFile, 'Điền biểu mẫu nhận được'],
  [PATHS.consolidate, 'Tổng hợp tệp của các đơn vị'],
] as const

/** What else is done with files, for the same unit and period. */
export async function fileTabs(viewing: Viewing, current: View['path']): Promise<Html> {
  const { org, period } = viewing.given
  const allowed = await Promise.all(DONE_WITH_FILES.map(([path]) => maySend(viewing, path)))
  const items = DONE_WITH_FILES.filter((_, at) => allowed[at]).map(
    ([path, title]) =>
      html`<li><a href="${linkTo(path, path === PATHS.checkFile ? { org, against: period } : { org, period })}"${path === current ? html` aria-current="true"` : NOTHING}>${title}</a></li>`,
  )
  return html`<nav aria-label="Việc với tệp"><ul class="tabs">${items}</ul></nav>`
}

interface FileField {
  readonly name: string
  readonly label: string
  readonly accept: string
  readonly isNeeded?: boolean
  readonly several?: boolean
}

/** Where files are dropped or chosen; it takes drops without a script. Its button speaks Vietnamese in every browser. */
export function fileField({ name, label, accept, isNeeded, several }: FileField): Html {
  return html`<label class="drop">${label} <span class="pick" aria-hidden="true">Chọn tệp</span><input type="file" name="${name}" accept="${accept}"${isNeeded ? html` required` : NOTHING}${several ? html` multiple` : NOTHING}></label>`
}

/** Everything that is read of reports. */
export const REPORT_FILES = '.xlsx,.xlsm,.xls,.ods,.docx,.odt,.csv,.json'

/** A form that is sent back to its view with files. */
export function fileForm(path: View['path'], fields: Html, buttons: Html): Html {
  return html`<form class="choose" method="post" enctype="multipart/form-data" action="${linkTo(path)}">${fields}
<p class="buttons">${buttons}</p></form>`
}
