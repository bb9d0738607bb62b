import { setTimeout as wait } from 'node:timers/promises'
import { GatewayFailed, isAppError, say } from '@cchc/domain'
import { failureTold } from './failure-told.ts'

/** How long an answer may take, and how large it may be. */
export interface Limits {
  readonly milliseconds: number
  readonly mostBytes: number
}

interface Asking {
  readonly headers: Readonly<Record<string, string>>
  readonly limits: Limits
  /** Files that are sent; without them nothing is. */
  readonly files?: FormData | undefined
}

const MOST_TRIES = 4
const LONGEST_WAIT_S = 60

/** The text at an address, or what it answers to files; asked again where the gateway says when. Throws the failure that the gateway tells. */
export async function exchange(url: URL, { headers, limits, files }: Asking): Promise<string> {
  const late = AbortSignal.timeout(limits.milliseconds)
  for (let tries = 1; ; tries += 1) {
    const body = files && { method: 'POST', body: files }
    const response = await sent(url, { headers, signal: late, ...body })
    const text = await textOf(response, { url, most: limits.mostBytes, late })
    if (response.ok) return text
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
    const again = tries < MOST_TRIES && seconds >= 0 && seconds <= LONGEST_WAIT_S
    if (!again) throw failureTold(url, { status: response.status, text })
    await wait(seconds * 1000, undefined, { signal: late }).catch(() => {
      throw failureTold(url, { status: response.status, text })
    })
  }
}

/** The bytes at an address as they come; nobody waits for a piece longer than for an answer. Asked once. */
export async function* getPieces(
  url: URL,
  { headers, limits }: Asking,
): AsyncGenerator<Uint8Array> {
  const late = new AbortController()
  const clock = setTimeout(() => late.abort(), limits.milliseconds)
  try {
    const response = await sent(url, { headers, signal: late.signal })
    if (!response.ok) {
      const text = await textOf(response, { url, most: limits.mostBytes, late: late.signal })
      throw failureTold(url, { status: response.status, text })
    }
    for await (const piece of response.body ?? []) {
      yield piece
      clock.refresh()
    }
  } catch (cause) {
    throw isAppError(cause) ? cause : unreachable(url, { cause, late: late.signal })
  } finally {
    clearTimeout(clock)
    late.abort()
  }
}

/** A key is not carried to where a redirection points. */
async function sent(url: URL, how: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...how, redirect: 'error' })
  } catch (cause) {
    throw unreachable(url, { cause, late: how.signal })
  }
}

interface Reading {
  readonly url: URL
  readonly most: number
  readonly late: AbortSignal
}

async function textOf(response: Response, { url, most, late }: Reading): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of response.body ?? []) {
      size += part.byteLength
      if (size > most) break
      parts.push(part)
    }
  } catch (cause) {
    throw unreachable(url, { cause, late })
  }
  if (size <= most) return Buffer.concat(parts).toString()
  throw new GatewayFailed(
    say('The answer of {url} is longer than {size} MB.', { url: url.origin, size: most / 1e6 }),
    { fix: say('Ask for less at once.') },
  )
}

function unreachable(
  { origin }: URL,
  { cause, late }: { readonly cause: unknown; readonly late: AbortSignal | null | undefined },
): GatewayFailed {
  if (late?.aborted) {
    return new GatewayFailed(say('The gateway at {url} took too long.', { url: origin }), {
      cause,
      fix: say('Ask for a shorter period, or for one organisation.'),
    })
  }
  const reason = reasonOf(cause)
  return new GatewayFailed(
    say('The gateway at {url} cannot be reached ({reason}).', { url: origin, reason }),
    { cause, fix: say('Look whether it runs, and whether its address is right.') },
  )
}

/** What the system calls it; a library's own sentence could quote what was sent. */
function reasonOf(thrown: unknown): string {
  const { code } = Object((thrown as { readonly cause?: unknown }).cause)
  return typeof code === 'string' ? code : 'unknown'
}
