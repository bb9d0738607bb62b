import type { Problem } from '@cchc/hub/questions/problem'
import { html, NOTHING, named, plain } from './html.ts'
import { linkTo, PATHS } from './links.ts'
import type { Shown } from './view.ts'

/** What was refused, why, and what to do next, in the gateway's own words. */
export function refusalPage({ title, detail, fix, faults = [], requestId }: Problem): Shown {
  const told = faults.map(
    ({ path, message }) => html`<li><code>${path}</code>: ${named(message)}</li>`,
  )
  return {
    title: plain(title),
    content: html`<h1>${named(title)}</h1>
<p>${named(detail)}</p>
${fix === undefined ? NOTHING : html`<p><strong>Cách xử lý:</strong> ${named(fix)}</p>`}
${told.length > 0 ? html`<ul>${told}</ul>` : NOTHING}
<p><a href="${linkTo(PATHS.overview)}">Về tổng quan</a></p>
${requestId === undefined ? NOTHING : html`<p class="small">Mã yêu cầu: <code>${requestId}</code></p>`}`,
  }
}
