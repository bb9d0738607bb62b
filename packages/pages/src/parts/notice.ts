import type { PageFailure } from '../ask.ts'
import { type Html, html, NOTHING, plain } from '../html.ts'

/** What has to be known beside figures, one sentence each; nothing where there is nothing to tell. */
export function notice(
  title: string,
  sentences: readonly string[],
  { kind = 'look', more = NOTHING }: { readonly kind?: 'look' | 'told'; readonly more?: Html } = {},
): Html {
  if (sentences.length === 0) return NOTHING
  const told = sentences.slice(0, MOST).map((one) => html`<li>${plain(one)}</li>`)
  const rest = sentences.length - MOST
  return html`<section class="notice ${kind}"><h2>${title}</h2><ul>${told}${
    rest > 0 ? html`<li>và ${rest} điều khác</li>` : NOTHING
  }</ul>${more}</section>`
}

/** Why what was asked has no answer, and what to do next, in the gateway's own words. */
export function refusalNotice(title: string, { problem: { detail, fix } }: PageFailure): Html {
  return notice(title, fix === undefined ? [detail] : [detail, fix])
}

const MOST = 8
