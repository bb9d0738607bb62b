import { dismissRefusal } from '@cchc/hub/actions/dismiss-refusal'
import { type Html, html, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { personField } from '../parts/fields.ts'
import { formIfAllowed } from '../parts/if-allowed.ts'
import type { View, Viewing } from '../view.ts'

const TITLE = 'Hồ sơ bị từ chối không cần xử lý'

/** A refused record needs no correction, and why. */
export const dismiss: View = {
  path: PATHS.dismiss,
  takes: ['id'],
  async show(viewing) {
    return {
      title: TITLE,
      content: html`${back}<h1>${TITLE}<small>Lý do được lưu lại cùng tên người ghi</small></h1>
${await formIfAllowed(viewing, PATHS.dismiss, () => formOf(viewing))}`,
    }
  },
  form: {
    takes: ['id', 'reason', 'by'],
    files: [],
    async show({ given, tell }) {
      const { source, dismissal } = await tell(dismissRefusal, given)
      return {
        title: TITLE,
        content: html`${back}<h1>${TITLE}<small>${named(source)}</small></h1>
<p class="answer told" role="status">Đã ghi nhận: ${named(dismissal?.reason ?? '')} (${named(dismissal?.by ?? '')}).</p>`,
      }
    },
  },
}

function formOf({ given, place }: Viewing): Html {
  return html`<form class="choose" method="post" action="${linkTo(PATHS.dismiss)}">
<label>Mã bản ghi <input name="id" value="${given.id ?? ''}" maxlength="80" required></label>
<label>Lý do <input name="reason" maxlength="1000" required></label>${personField(place)}
<p class="buttons"><button>Ghi nhận</button></p></form>`
}

const back = html`<p class="back"><a href="${linkTo(PATHS.refused)}">Về hồ sơ bị từ chối</a></p>`
