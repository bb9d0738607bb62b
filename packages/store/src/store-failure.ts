import { isAppError, StoreError } from '@cchc/domain'
import type { Failure } from './dialect.ts'

type Explain = (error: Error & { readonly code?: unknown }) => Failure | undefined

/** Runs `work`; what the database refused is thrown as a StoreError in words for people, without statement or data. */
export async function withStoreErrors<T>(explain: Explain, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toStoreError(explain, error)
  }
}

/** The same of what is read piece by piece. */
export async function* explained<T>(
  { explain }: { readonly explain: Explain },
  scan: AsyncIterable<T>,
): AsyncGenerator<T> {
  try {
    yield* scan
  } catch (error) {
    throw toStoreError(explain, error)
  }
}

/** An expected failure or a fault of ours stays what it is. */
export function toStoreError(explain: Explain, thrown: unknown): unknown {
  if (isAppError(thrown) || !(thrown instanceof Error)) return thrown
  const failure = explain(thrown)
  if (!failure) return thrown
  return new StoreError(failure.message, { fix: failure.fix, cause: withoutData(thrown) })
}

/** Keeps where an error arose and drops its text, which may quote a statement or a value. */
function withoutData(error: Error & { readonly code?: unknown }): Error {
  const cause = new Error(String(error.code ?? error.name))
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  cause.stack = [`${error.name}: ${cause.message}`, ...frames].join('\n')
  return cause
}
