import { openQuietStore } from '@cchc/store/testing'
import { YEAR_BEGINS, YEAR_MS } from './calendar.ts'
import type { Databases } from './database.ts'
import { endYear } from './end-of-year.ts'
import { EVENTS } from './events/all.ts'
import { BrokenPromise, type Finding } from './finding.ts'
import { INVARIANTS } from './invariants/all.ts'
import type { Invariant } from './invariants/define-invariant.ts'
import type { PlannedEvent } from './plan.ts'
import type { Plant } from './store-in-turns.ts'
import { View } from './view.ts'
import { Year } from './year.ts'

export interface YearOptions {
  readonly seed: string
  readonly plan: readonly PlannedEvent[]
  readonly databases: Databases
  /** Stands between the hub and its store; nothing unless a bug is planted. */
  readonly plant?: Plant
}

/** What became of a year. */
export interface LivedYear {
  readonly finding: Finding | undefined
  /** Events that had happened when a promise was broken. */
  readonly events: number
  readonly happened: ReadonlyMap<string, number>
}

/** Lives one year; ends at the first broken promise. */
export async function runYear({ seed, plan, databases, plant }: YearOptions): Promise<LivedYear> {
  const database = await databases.fresh()
  const year = new Year({
    seed,
    url: database.url,
    failures: databases.failures,
    plant: plant ?? {},
  })
  const store = await openQuietStore({ url: database.url })
  const look = () => lookAt(new View(year, store))
  let events = 0
  let finding: Finding | undefined
  try {
    for (const planned of plan) {
      await year.time.passTo(YEAR_BEGINS + planned.at, look)
      events += 1
      await happen(year, planned)
      await look()
    }
    await year.time.passTo(YEAR_BEGINS + YEAR_MS, look)
    await endYear(year, { store, databases, look })
    year.throwIfBroken()
    await check(new View(year, store, true), ['written', 'rest', 'seldom'])
  } catch (thrown) {
    if (!(thrown instanceof BrokenPromise)) throw thrown
    finding = thrown.finding
  } finally {
    await year.machines.end()
    await store.close()
    database.remove()
  }
  return { finding, events, happened: year.happened }
}

async function happen(year: Year, { at, name, parameters }: PlannedEvent): Promise<void> {
  const event = EVENTS.find((one) => one.name === name)
  if (!event) throw new RangeError(`no event ${name}`)
  year.count(name)
  year.moment = at
  // Portals keep what they found until their time moves on.
  year.time.read()
  await event.happen(year, parameters)
}

/** Checks what may be broken since the last look. */
async function lookAt(view: View): Promise<void> {
  const { year } = view
  year.throwIfBroken()
  const isAtRest = year.machines.areAtRest
  if (!year.hasWritten && !(isAtRest && year.wasBusy)) return
  year.hasWritten = false
  year.wasBusy = !isAtRest
  year.count('looks')
  if (isAtRest) year.count('looks at rest')
  await check(view, isAtRest ? ['written', 'rest', ...seldom(year)] : ['written'])
}

const SELDOM = 5

function seldom({ happened }: Year): Invariant['when'][] {
  return (happened.get('looks at rest') ?? 0) % SELDOM === 0 ? ['seldom'] : []
}

async function check(view: View, when: readonly Invariant['when'][]): Promise<void> {
  for (const invariant of INVARIANTS) {
    if (!when.includes(invariant.when)) continue
    const message = await invariant.check(view)
    if (message !== undefined) throw new BrokenPromise({ invariant: invariant.name, message })
  }
}
