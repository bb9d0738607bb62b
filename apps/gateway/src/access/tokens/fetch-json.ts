import { isTrustedUrl } from '@cchc/hub/access/token-settings'

const MOST_BYTES = 1_000_000

/** What is wrong with an answer, in few words. */
export class AnswerFault extends Error {}

/** A JSON document over https, or of this machine. Throws for any other answer than 200, and for one beyond 1 MB. */
export async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  if (!isTrustedUrl(url)) throw new AnswerFault('not https')
  const response = await fetch(url, { signal, redirect: 'error' })
  if (response.status === 200) return JSON.parse(await textOf(response))
  await response.body?.cancel()
  throw new AnswerFault(`status ${response.status}`)
}

/** The text of an answer of at most 1 MB. */
export async function textOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    if (size > MOST_BYTES) throw new AnswerFault('too large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
