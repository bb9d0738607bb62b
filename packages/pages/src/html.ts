import { html } from 'hono/html'

export { html }

/** A piece of a page: whatever is put into its template is escaped, unless it is such a piece itself. */
export type Html = ReturnType<typeof html>

/** What turns the direction of writing, so that a name could show other words around it. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const UNSEEN = /[\p{Cc}\ufeff]/gu

/** Text that portals and people wrote: composed, on one line, and unable to turn what stands around it. */
export function plain(text: string): string {
  return text.normalize('NFC').replaceAll(TURNING, '').replaceAll(UNSEEN, ' ')
}

/** The same where it stands among other words. */
export function named(text: string): Html {
  return html`<bdi>${plain(text)}</bdi>`
}

/** Nothing, where something may stand. */
export const NOTHING: Html = html``
