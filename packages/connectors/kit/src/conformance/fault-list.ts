import { PERSON } from './people.ts'
import { answerOf, type Exchange, type Portal, plainAnswer, rewritten, textOf } from './portal.ts'

/** One way in which an answer fails. */
export interface PortalFault {
  /** As it follows "tells of". */
  readonly name: string
  /**
   * Codes with which a reading may end that meets it for good, none = with any failure; one that meets it once may also
   * come through whole.
   */
  readonly codes: readonly string[]
  /** Whether it must be got over when it comes once; undefined where the HTTP client sees to that alone. */
  readonly isPassing: boolean | undefined
  readonly answer: (exchange: Exchange, healthy: Portal) => ReturnType<Portal>
}

const JSON_TYPE = { 'content-type': 'application/json' }
const UNAVAILABLE = ['portal_unavailable']
/** Any failure says that there is no data. */
const ANY: readonly string[] = []
const DENIED = ['portal_denied', 'portal_unavailable']
const NO_DATA = ['portal_changed', 'portal_unavailable', 'portal_denied']

/** What goes wrong with portals of every kind. */
export const FAULTS: readonly PortalFault[] = [
  fault('HTTP 500', { codes: UNAVAILABLE, isPassing: true }, quoting(500)),
  fault('HTTP 503', { codes: UNAVAILABLE, isPassing: true }, quoting(503)),
  fault('no answer in time', { codes: UNAVAILABLE, isPassing: undefined }, async () => 'no answer'),
  fault('an answer that is cut off', { codes: NO_DATA }, (exchange, healthy) =>
    rewritten(healthy, (text) => text.slice(0, Math.floor(text.length / 2)))(exchange),
  ),
  fault('a web page with HTTP 200', { codes: NO_DATA }, quoting(200)),
  fault('an empty answer', { codes: NO_DATA }, async () => plainAnswer(200)),
  fault('an empty object', { codes: ANY }, async () => plainAnswer(200, '{}', JSON_TYPE)),
  fault('an empty list', { codes: ANY }, async (exchange, healthy) => {
    const right = await healthy(exchange)
    const isList = right !== 'no answer' && textOf(right).trimStart().startsWith('[')
    return plainAnswer(200, isList ? '{}' : '[]', JSON_TYPE)
  }),
  fault('null', { codes: ANY }, async () => plainAnswer(200, 'null', JSON_TYPE)),
  fault('an empty XML document', { codes: ANY }, async () =>
    plainAnswer(200, '<?xml version="1.0"?><answer/>', { 'content-type': 'application/xml' }),
  ),
  fault('HTTP 401', { codes: DENIED }, quoting(401)),
  fault('HTTP 403', { codes: DENIED }, quoting(403)),
]

type Kind = Pick<PortalFault, 'codes'> & Partial<Pick<PortalFault, 'isPassing'>>

/** A fault as the list holds it. */
function fault(name: string, kind: Kind, answer: PortalFault['answer']): PortalFault {
  return { isPassing: false, ...kind, name, answer }
}

/** What an author says that the portal answers when it fails. */
export function ownFault(answer: () => Response): PortalFault {
  return fault('a failure in the words of the portal', { codes: NO_DATA }, async () =>
    answerOf(answer()),
  )
}

/** An error page that quotes a person, and what it was asked with. */
function quoting(status: number): PortalFault['answer'] {
  return async ({ headers, body, url }) => {
    const asked = JSON.stringify([headers, body, url.search])
    const html = `<!DOCTYPE html><html><body>${PERSON} ${asked}</body></html>`
    return plainAnswer(status, html, { 'content-type': 'text/html' })
  }
}
