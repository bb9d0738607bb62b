import { status } from '@cchc/hub/questions/status'
import { ifAllowed } from '../ask.ts'
import { html } from '../html.ts'
import { PATHS } from '../links.ts'
import { BEGINS, backToSources, beginForm, begun, sourceField } from '../parts/begin-form.ts'
import { formIfAllowed } from '../parts/if-allowed.ts'
import type { View } from '../view.ts'

const TITLE = 'Đồng bộ dữ liệu'

/** A source, or all of them, are read now, from where the last run stopped. */
export const syncSources: View = {
  path: PATHS.sync,
  takes: ['source'],
  async show(viewing) {
    const known = await ifAllowed(viewing.ask(status, {}))
    const sources = [...new Set(known?.items.map(({ source }) => source))]
    const fields = sourceField(sources, viewing.given.source)
    return {
      title: TITLE,
      content: html`${backToSources}<h1>${TITLE}<small>Đọc tiếp từ chỗ lượt trước đã dừng</small></h1>
${await formIfAllowed(viewing, PATHS.sync, () => beginForm({ path: PATHS.sync, fields, button: 'Đồng bộ ngay' }, viewing))}`,
    }
  },
  form: {
    takes: ['source', ...BEGINS],
    files: [],
    show: (sent) => begun(sent, { reading: 'sync', title: TITLE }),
  },
}
