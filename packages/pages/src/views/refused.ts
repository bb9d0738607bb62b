import { quarantine } from '@cchc/hub/questions/quarantine'
import { html, NOTHING } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { linkIfAllowed } from '../parts/if-allowed.ts'
import { refusalTable } from '../parts/refusal-table.ts'
import type { View } from '../view.ts'

const MOST = 50

/** All records that were refused, page by page. */
export const refused: View = {
  path: PATHS.refused,
  takes: ['after', 'source'],
  async show(viewing) {
    const {
      ask,
      given: { after, source },
    } = viewing
    const all = { words: 'Đọc lại tất cả từ cổng', asked: { source } }
    const asked = { limit: MOST, ...(after && { after }), ...(source && { source }) }
    const { items, next } = await ask(quarantine, asked)
    return {
      title: 'Hồ sơ bị từ chối',
      content: html`<p class="back"><a href="${linkTo(PATHS.sources)}">Về nguồn dữ liệu</a></p>
<h1>Hồ sơ bị từ chối<small>giữ lại kèm lý do, không có thông tin cá nhân</small></h1>
${items.length === 0 ? NOTHING : html`<p>${await linkIfAllowed(viewing, PATHS.retry, all)}</p>`}
${await refusalTable(viewing, items)}
${next === null ? NOTHING : html`<p><a href="${linkTo(PATHS.refused, { after: next, source })}">Trang sau</a></p>`}`,
    }
  },
}
