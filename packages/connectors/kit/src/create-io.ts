import type { Io, Log } from './io.ts'
import { createSleep } from './pace.ts'
import { keepSecrets, type SecretKeeper } from './secret-keeper.ts'

interface Outside {
  readonly log: Log
  readonly now: () => number
  readonly signal: AbortSignal
  readonly secrets?: SecretKeeper
}

/** What every connector that reads may touch, whatever its kind, on real timers. */
export function createIo({ log, now, signal, secrets = keepSecrets([]) }: Outside): Io {
  return { log, now, signal, sleep: createSleep(signal), secret: secrets.keep }
}
