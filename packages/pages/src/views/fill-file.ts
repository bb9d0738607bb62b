import { fill } from '@cchc/hub/questions/fill'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { templates } from '@cchc/hub/questions/templates'
import { chosenIn } from '../chosen.ts'
import { type Html, html, NOTHING, named, plain } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { formField, orgField, periodField } from '../parts/fields.ts'
import { fileField, fileForm, fileTabs } from '../parts/file-form.ts'
import { formIfAllowed } from '../parts/if-allowed.ts'
import { notice } from '../parts/notice.ts'
import { type Column, table } from '../parts/table.ts'
import { titleOf } from '../periods.ts'
import { printedCount } from '../printed.ts'
import type { View, Viewing } from '../view.ts'

type Answer = AnswerOf<typeof fill>

const TITLE = 'Điền biểu mẫu nhận được'
/** The end of its name and its type, by what a form can be. */
const KINDS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** A received form goes out with figures in its empty cells, beside what stays empty and why. */
export const fillFile: View = {
  path: PATHS.fillFile,
  takes: ['org', 'period', 'template'],
  async show(viewing) {
    return {
      title: TITLE,
      content: html`<h1>${TITLE}<small>Số liệu vào các ô trống của tệp xlsx, docx; ô đã có nội dung, định dạng và công thức giữ nguyên</small></h1>
${await fileTabs(viewing, PATHS.fillFile)}${await formOf(viewing)}`,
    }
  },
  form: {
    takes: ['org', 'period', 'template', 'partial', 'rows'],
    files: ['file'],
    async show(sent) {
      const { given, tell, files } = sent
      const answer = await tell(fill, { ...given, rows: toldIn(given.rows), anyway: 'true' }, files)
      const rows = [toldIn(given.rows), ...unknownIn(answer)].filter((line) => line !== undefined)
      return {
        title: TITLE,
        content: html`<h1>${TITLE}<small>${named(files.file?.[0]?.name ?? '')}</small></h1>
${await fileTabs(sent, PATHS.fillFile)}${resultOf(answer, given.partial)}
<section><h2>${unknownIn(answer).length > 0 ? 'Nêu các dòng chưa nhận ra rồi điền lại, hoặc điền tệp khác' : 'Điền tệp khác'}</h2>${await formOf({ ...sent, given: { ...given, rows: rows.join('\n') } })}</section>`,
      }
    },
  },
}

/** What was written of rows; a line without a meaning says nothing yet. */
function toldIn(rows = ''): string | undefined {
  const lines = rows.split('\n').map((line) => line.trim())
  const told = lines.filter((line) => line !== '' && !line.endsWith('='))
  return told.length > 0 ? told.join('\n') : undefined
}

/** A line for each row of which nobody knows what it is, to be completed. */
function unknownIn({ open }: Answer): readonly string[] {
  return open.flatMap(({ row }) => (row === undefined ? [] : `${row} =`))
}

function formOf(viewing: Viewing): Promise<Html> {
  return formIfAllowed(viewing, PATHS.fillFile, () => formIn(viewing))
}

async function formIn({ ask, given, place }: Viewing): Promise<Html> {
  const { items } = await ask(templates, {})
  const { org, period } = chosenIn({ given, place })
  const none = 'Theo cấp của đơn vị và các dòng trong tệp'
  const fields = html`${fileField({ name: 'file', label: 'Biểu mẫu cần điền (xlsx, docx): kéo thả vào đây, hoặc bấm để chọn', accept: '.xlsx,.xlsm,.docx,.docm', isNeeded: true })}
${orgField(org)}${periodField(period, { place })}${formField(items, { chosen: given.template, period, place, none })}
<label class="across">Dòng không nhận ra được (mỗi dòng ghi: tên dòng = mã chỉ tiêu, mã đơn vị hoặc tên lĩnh vực) <textarea name="rows" rows="3">${(given.rows ?? '').split('\n').map(plain).join('\n')}</textarea></label>
<label class="tick"><input type="checkbox" name="partial" value="true"${given.partial === 'true' ? html` checked` : NOTHING}> Điền cả số liệu mới biết một phần</label>`
  return fileForm(PATHS.fillFile, fields, html`<button>Điền</button>`)
}

function resultOf(answer: Answer, partial: string | undefined): Html {
  const { organisation, period, template, filled, kept, formulas, open } = answer
  const whence = whenceOf(answer, partial)
  const differs = kept.filter(({ hub }) => hub !== null)
  const kind = answer.name.endsWith('docx') ? 'docx' : 'xlsx'
  const at = `data:${KINDS[kind]};base64,${answer.content}`
  return html`<p class="answer told" role="status">Đã điền <strong>${printedCount(filled.length)}</strong> ô, còn trống <strong>${printedCount(open.length)}</strong> ô; giữ nguyên ${printedCount(kept.length)} ô đã có nội dung và ${printedCount(formulas.length)} ô công thức.</p>
<p><a class="button" href="${at}" download="${plain(answer.name)}">Tải tệp đã điền (${kind})</a></p>
<p class="rule">${named(organisation.name)} (${organisation.code}), ${titleOf(period.text)}, biểu mẫu ${template}.</p>
${notice('Chưa có đủ số liệu', answer.missing)}${notice('Bảng không được điền', answer.tables)}${notice('Cần xem', answer.notes)}
${cellTable('Ô còn trống và lý do', open, [{ title: 'Lý do', cell: ({ reason }) => named(reason) }])}
${cellTable('Ô đã có nội dung khác với số liệu của hệ thống, giữ nguyên', differs, [
  { title: 'Đã ghi', cell: ({ held }) => named(held) },
  { title: 'Hệ thống có', cell: (one) => whence(one, one.hub ?? '') },
])}
${cellTable('Ô đã điền', filled, [{ title: 'Số liệu', isNumber: true, cell: (one) => whence(one, one.value) }])}`
}

/** A number that leads to where it comes from. */
function whenceOf({ organisation, period, template }: Answer, partial: string | undefined) {
  const asked = { org: organisation.code, period: period.text, template, partial }
  return ({ rowId }: Answer['filled'][number] | Answer['kept'][number], printed: string) =>
    rowId === undefined
      ? named(printed)
      : html`<a href="${linkTo(PATHS.origin, { ...asked, indicator: rowId })}">${named(printed)}</a>`
}

function cellTable<Row extends { readonly address: string; readonly label: string }>(
  title: string,
  rows: readonly Row[],
  more: readonly Column<Row>[],
): Html {
  if (rows.length === 0) return NOTHING
  const own: readonly Column<Row>[] = [
    { title: 'Ô', isHead: true, cell: ({ address }) => named(address) },
    { title: 'Chỉ tiêu', cell: ({ label }) => named(label) },
  ]
  return html`<section><h2>${title}</h2>${table(title, [...own, ...more], { rows, empty: '' })}</section>`
}
