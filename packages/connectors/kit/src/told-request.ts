import { inWords } from '@cchc/domain'
import type { HttpRequest } from './io.ts'
import type { Attempt } from './transport.ts'

/** Names of parameters whose values say how much of what is asked for, and nothing of people. */
const HARMLESS_NAME =
  /^(start|end|offset|limit|page|size|count|top|skip|year|quarter|month|from|to|since|until|sort|order|format|level)$|(page|size|limit|year|month|date)$/i
const HARMLESS_VALUE = /^[\d.:T/+-]{1,32}$|^[a-z]{1,12}$/i

/** A request as a log may tell it: of the query only what is harmless, of the path no numbers of dossiers. */
export function toldRequest(
  { method = 'GET' }: HttpRequest,
  url: URL,
): Readonly<Record<string, unknown>> {
  const query = Object.fromEntries(
    [...url.searchParams].map(([name, value]) => {
      return [name, HARMLESS_NAME.test(name) && HARMLESS_VALUE.test(value) ? value : '…']
    }),
  )
  const path = url.pathname.split('/').map((part) => (/\d{4}/.test(part) ? '…' : part))
  return { method, host: url.host, path: path.join('/'), query }
}

/** What came of it: status and bytes, or what went wrong. */
export function toldAnswer(attempt: Attempt): Readonly<Record<string, unknown>> {
  if (attempt.kind === 'answered') {
    const { status, body } = attempt.answer
    return { status, bytes: body.byteLength }
  }
  return { failed: attempt.kind === 'failed' ? inWords(attempt.reason) : attempt.kind }
}
