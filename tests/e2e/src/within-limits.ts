import { setTimeout as delay } from 'node:timers/promises'

/** No wait for another process lasts longer, however busy the machine is. */
const LIMIT_MS = 600_000

/** Asks again and again until there is an answer; throws with the words where none comes. */
export async function until<T>(words: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + LIMIT_MS
  while (Date.now() < end) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await delay(50)
  }
  throw new Error(`waited for too long: ${words}`)
}

/** What a promise comes to; throws with the words where it does not end. */
export async function within<T>(words: string, work: Promise<T>): Promise<T> {
  const waiting = new AbortController()
  const late = delay(LIMIT_MS, undefined, { signal: waiting.signal }).then(() => {
    throw new Error(`waited for too long: ${words}`)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    late.catch(() => undefined)
    waiting.abort()
  }
}
