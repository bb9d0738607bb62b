import { OrganisationLevel } from '@cchc/domain'
import { consolidate } from '@cchc/hub/actions/consolidate'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { templates } from '@cchc/hub/questions/templates'
import { chosenIn } from '../chosen.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { PATHS } from '../links.ts'
import { consolidated } from '../parts/consolidated.ts'
import { formField, orgField, periodField, personField } from '../parts/fields.ts'
import { fileField, fileForm, fileTabs, REPORT_FILES } from '../parts/file-form.ts'
import { formIfAllowed } from '../parts/if-allowed.ts'
import type { View, Viewing } from '../view.ts'

const TITLE = 'Tổng hợp tệp của các đơn vị'

/** The files of the units below an organisation make its own form; first tried, then entered. */
export const consolidateFiles: View = {
  path: PATHS.consolidate,
  takes: ['org', 'period', 'template'],
  async show(viewing) {
    return {
      title: TITLE,
      content: html`<h1>${TITLE}<small>Nhận tệp của các đơn vị trực thuộc, cộng vào biểu của cấp trên; ô trống không bao giờ được tính là 0</small></h1>
${await fileTabs(viewing, PATHS.consolidate)}${await formOf(viewing)}`,
    }
  },
  form: {
    takes: ['org', 'period', 'template', 'without', 'partial', 'by', 'dryRun'],
    files: ['folder'],
    async show(sent) {
      const { given, tell, files } = sent
      const answer = await tell(consolidate, given, files)
      return {
        title: TITLE,
        content: html`<h1>${TITLE}<small>${answer.dryRun ? 'Kiểm tra trước, chưa ghi gì' : 'Đã ghi vào hệ thống'}</small></h1>
${await fileTabs(sent, PATHS.consolidate)}${consolidated(answer)}
<section><h2>${answer.dryRun ? 'Ghi, hoặc kiểm tra lại' : 'Nhận thêm tệp'}</h2>${await formOf(sent)}</section>`,
      }
    },
  },
}

function formOf(viewing: Viewing): Promise<Html> {
  return formIfAllowed(viewing, PATHS.consolidate, () => formIn(viewing))
}

async function formIn({ ask, given, place }: Viewing): Promise<Html> {
  const { items } = await ask(templates, {})
  const { org, period } = chosenIn({ given, place })
  const fields = html`${fileField({ name: 'folder', label: 'Tệp của các đơn vị: kéo thả tất cả vào đây, hoặc bấm để chọn', accept: REPORT_FILES, several: true })}
${orgField(org)}${periodField(period, { place })}${formField(items.toSorted(highestFirst), { chosen: given.template, period, place })}
<label>Đơn vị không phải gửi (cách nhau bằng dấu phẩy) <input name="without" value="${given.without ?? ''}" maxlength="200"></label>
${personField(place)}
<label class="tick"><input type="checkbox" name="partial" value="true"${given.partial === 'true' ? html` checked` : NOTHING}> Cộng cả chỉ tiêu còn thiếu đơn vị, có ghi chú</label>`
  const buttons = html`<button name="dryRun" value="true">Kiểm tra trước, chưa ghi</button> <button name="dryRun" value="false">Tổng hợp và ghi</button>`
  return fileForm(PATHS.consolidate, fields, buttons)
}

type Form = AnswerOf<typeof templates>['items'][number]

/** Forms of the level above come before those of the units that send. */
function highestFirst(one: Form, other: Form): number {
  return heightOf(one) - heightOf(other)
}

function heightOf({ levels = [] }: Form): number {
  const heights = levels.map((level) => OrganisationLevel.options.indexOf(level))
  return Math.min(OrganisationLevel.options.length, ...heights)
}
