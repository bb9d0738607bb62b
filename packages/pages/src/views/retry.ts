import { status } from '@cchc/hub/questions/status'
import { ifAllowed } from '../ask.ts'
import { html } from '../html.ts'
import { PATHS } from '../links.ts'
import { BEGINS, backToSources, beginForm, begun, sourceField } from '../parts/begin-form.ts'
import { formIfAllowed } from '../parts/if-allowed.ts'
import type { View } from '../view.ts'

const TITLE = 'Đọc lại hồ sơ bị từ chối'

/** One refused record, or all of a source, are read again from their portal once it was mended. */
export const retry: View = {
  path: PATHS.retry,
  takes: ['id', 'source'],
  async show(viewing) {
    const { given, ask } = viewing
    const known = await ifAllowed(ask(status, {}))
    const refused = (known?.items ?? []).filter(({ quarantined }) => quarantined > 0)
    const sources = [...new Set(refused.map(({ source }) => source))]
    const fields = html`<label>Mã bản ghi (bỏ trống: mọi bản ghi bị từ chối của nguồn) <input name="id" value="${given.id ?? ''}" maxlength="80"></label>
${sourceField(sources, given.source)}`
    return {
      title: TITLE,
      content: html`${backToSources}<h1>${TITLE}<small>Sau khi cổng đã sửa; bản ghi hợp lệ được nhận vào số liệu</small></h1>
${await formIfAllowed(viewing, PATHS.retry, () => beginForm({ path: PATHS.retry, fields, button: 'Đọc lại' }, viewing))}`,
    }
  },
  form: {
    takes: ['id', 'source', ...BEGINS],
    files: [],
    show: (sent) => begun(sent, { reading: 'retry', title: TITLE }),
  },
}
