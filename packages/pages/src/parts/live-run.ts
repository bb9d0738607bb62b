import type { AnswerOf } from '@cchc/hub/questions/question'
import type { runs } from '@cchc/hub/questions/runs'
import { type Html, html, NOTHING, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { printedCount } from '../printed.ts'
import { STREAM_NAMES } from './stream-names.ts'

type Run = Pick<AnswerOf<typeof runs>['items'][number], 'id' | 'source' | 'status' | 'streams'>

/**
 * A run that goes on, as far as it has come: a script follows its events and shows the page at `then` when it has ended; a
 * link does the same without one.
 */
export function liveRun({ id, source, status, streams }: Run, then: string): Html {
  if (status !== 'running') return NOTHING
  const events = linkTo(PATHS.runEvents, { id })
  const lines = Object.entries(streams).map(
    ([stream, { fetched, pages }]) =>
      html`<li data-stream="${stream}">${STREAM_NAMES[stream] ?? stream}: ${printedCount(fetched)} bản ghi, ${printedCount(pages)} trang</li>`,
  )
  return html`<section class="notice told" data-events="${events}" data-then="${then}" data-words="${JSON.stringify(STREAM_NAMES)}">
<h2>Lượt <a href="${linkTo(PATHS.run, { id })}">${id}</a> đang đọc nguồn ${named(source)}</h2>
<ul>${lines}</ul>
<p><a href="${then}">Xem đến đâu rồi</a></p></section>`
}
