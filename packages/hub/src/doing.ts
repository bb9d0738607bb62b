import { AsyncLocalStorage } from 'node:async_hooks'

/** What is being done, as each line of a log names it: ids and templates, nothing of persons. */
export type Doing = Readonly<Record<string, string>>

const doing = new AsyncLocalStorage<Record<string, string>>()

/** Does something whose lines of the log, also those of whatever it calls, bear these facts beside those around it. */
export function within<T>(facts: Doing, work: () => T): T {
  return doing.run({ ...doing.getStore(), ...facts }, work)
}

/** Adds what only came up now, such as the id of a run, to what is being done. */
export function nowDoing(facts: Doing): void {
  Object.assign(doing.getStore() ?? {}, facts)
}

/** What is being done. */
export function whatIsDone(): Doing {
  return doing.getStore() ?? {}
}
