import { parsePortalTime, refuse, rowFields } from '@cchc/connector-kit'
import { say } from '@cchc/domain'
import { z } from 'zod'

/**
 * One row of the portal's list of changes. Only what is counted is named here: who handed the dossier in, their telephone
 * and their address stay behind. `change` numbers the states of all dossiers. What is no row has
 * none of them, and is refused as one.
 */
export const ChangedDossier = rowFields({
  change: z.unknown(),
  code: z.unknown(),
  state: z.unknown(),
  procedure: z.unknown(),
  field: z.unknown(),
  unit: z.unknown(),
  way: z.unknown(),
  received: z.unknown(),
  due: z.unknown(),
  finished: z.unknown(),
  returned: z.unknown(),
})
export type ChangedDossier = z.output<typeof ChangedDossier>

const STATES = {
  new: 'registered',
  handling: 'processing',
  waiting: 'awaiting_supplement',
  done: 'finished',
  returned: 'returned',
  refused: 'refused',
  withdrawn: 'withdrawn',
} as const

const WAYS = { web: 'online', counter: 'direct', post: 'postal' } as const

/** A row as a dossier of the hub; throws for a row that says something else than the portal's document allows. */
export function dossierOf(row: ChangedDossier) {
  const statusReceived = text(row.state)
  return {
    code: text(row.code),
    procedureCode: text(row.procedure),
    organisationCode: text(row.unit),
    fieldCode: row.field == null ? null : text(row.field),
    channel: row.way == null ? null : meant(WAYS, row.way),
    status: meant(STATES, statusReceived),
    statusReceived,
    receivedAt: instant(row.received),
    dueAt: instant(row.due),
    finishedAt: instant(row.finished),
    returnedAt: instant(row.returned),
    pauses: [],
    onlinePayment: null,
    digitised: null,
    serviceLevel: null,
    serviceLevelReceived: null,
    version: number(row.change),
  }
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  return refuse(say('a text is missing, or is none'))
}

function number(value: unknown): number {
  if (Number.isSafeInteger(value)) return value as number
  return refuse(say('a number is missing, or is none'))
}

/** Times of the portal are Vietnam's: `dd/MM/yyyy HH:mm:ss`. */
function instant(value: unknown): number | null {
  return value == null ? null : parsePortalTime(text(value))
}

/** A word that the portal's document does not have is refused with its reason: it is never guessed at. */
function meant<M extends Readonly<Record<string, string>>>(words: M, word: unknown): M[keyof M] {
  const known = text(word)
  if (Object.hasOwn(words, known)) return words[known] as M[keyof M]
  return refuse(say('a word that the portal was not known to use'))
}
