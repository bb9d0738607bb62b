import { type Day, dayNumber, type ServiceLevel } from '@cchc/domain'
import type { Counting } from './counting.ts'
import { visitEvents } from './dossier-events.ts'

/** What was received in a period at one service level. */
export interface ServiceUse {
  readonly received: number
  readonly receivedOnline: number
  /** Codes of the procedures with a dossier received online. */
  readonly proceduresOnline: ReadonlySet<string>
}

export type ServiceUses = Readonly<Record<ServiceLevel, ServiceUse>>

/** Which dossiers; days are inclusive. */
export interface ServiceUseQuery {
  readonly organisation: string
  readonly from: Day
  readonly to: Day
}

class Use implements ServiceUse {
  received = 0
  receivedOnline = 0
  readonly proceduresOnline = new Set<string>()
}

/** Dossiers received in the period by the service level that each dossier states; those that state none are left out. */
export async function onlineServiceUse(
  { store, rule }: Counting,
  query: ServiceUseQuery,
): Promise<ServiceUses> {
  const uses = { information: new Use(), partial: new Use(), full: new Use() }
  const from = dayNumber(query.from)
  const to = dayNumber(query.to)
  const scope = { organisation: query.organisation, sources: undefined, from, to }
  await visitEvents(
    store,
    { ...scope, rule, detailed: true },
    (subject, { measure, day, count }) => {
      if (measure !== 'received' || day < from || day > to || subject.serviceLevel === null) return
      const use = uses[subject.serviceLevel]
      use.received += count
      if (subject.channel !== 'online') return
      use.receivedOnline += count
      if (subject.procedure !== null) use.proceduresOnline.add(subject.procedure)
    },
  )
  return uses
}
