import { closePeriod } from '@cchc/hub/actions/closings'
import { consolidate } from '@cchc/hub/actions/consolidate'
import { dismissRefusal } from '@cchc/hub/actions/dismiss-refusal'
import { retryQuarantine } from '@cchc/hub/actions/retry-quarantine'
import { sync } from '@cchc/hub/actions/sync'
import { undoIndicators } from '@cchc/hub/actions/undo-indicators'
import { check } from '@cchc/hub/questions/check'
import { fill } from '@cchc/hub/questions/fill'
import type { Exchange } from '@cchc/hub/questions/question'
import { type Html, html, NOTHING, plain } from '../html.ts'
import { type LinkAsked, linkTo, PATHS } from '../links.ts'
import type { Viewing } from '../view.ts'

/** What is done by the form of a view, by which it is known who may send it. */
const DONE_BY_FORM = {
  [PATHS.checkFile]: check,
  [PATHS.fillFile]: fill,
  [PATHS.consolidate]: consolidate,
  [PATHS.undo]: undoIndicators,
  [PATHS.closePeriod]: closePeriod,
  [PATHS.dismiss]: dismissRefusal,
  [PATHS.sync]: sync,
  [PATHS.retry]: retryQuarantine,
} as const satisfies Readonly<Record<string, Exchange>>

/** A view with a form. */
export type FormPath = keyof typeof DONE_BY_FORM

type Asking = Pick<Viewing, 'whyNot'>

/** Whether whoever looks may send the form of a view. */
export async function maySend({ whyNot }: Asking, path: FormPath): Promise<boolean> {
  return (await whyNot(DONE_BY_FORM[path])) === undefined
}

/** The form of a view; for whoever may not send it, why they cannot. */
export async function formIfAllowed(
  { whyNot }: Asking,
  path: FormPath,
  form: () => Html | Promise<Html>,
): Promise<Html> {
  const reason = await whyNot(DONE_BY_FORM[path])
  if (reason === undefined) return form()
  return html`<p class="empty">Bạn không thực hiện được việc này: ${plain(reason)}</p>`
}

/** What leads to the form of a view; nothing for whoever may not send it. */
export async function linkIfAllowed(
  asking: Asking,
  path: FormPath,
  { words, asked = {} }: { readonly words: string; readonly asked?: LinkAsked },
): Promise<Html> {
  if (!(await maySend(asking, path))) return NOTHING
  return html`<a href="${linkTo(path, asked)}">${words}</a>`
}
