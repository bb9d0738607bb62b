import type { Channel, DossierStatus } from '@cchc/domain'

/**
 * dossierStatus by way of the national codes (TrangThaiHoSo) that provincial relays map it to. `interoperating`,
 * `posting`, `pausing`, `correcting` and `cancelling` have no national code; in all of them the work goes on.
 * `unresolved` (không giải quyết) is sent as 8, stopped; it ends in a refusal, which is how it is kept here.
 */
const STATUSES: Readonly<Record<string, DossierStatus>> = {
  new: 'received',
  receiving: 'registered',
  waiting: 'awaiting_supplement',
  paying: 'awaiting_payment',
  processing: 'processing',
  pausing: 'processing',
  interoperating: 'processing',
  posting: 'processing',
  correcting: 'processing',
  cancelling: 'processing',
  releasing: 'finished',
  done: 'returned',
  denied: 'refused_at_reception',
  unresolved: 'refused',
  cancelled: 'withdrawn',
}

/** Statuses in which a dossier may change without any date that the portal can be asked for. */
export const OPEN_STATUSES = [
  'new',
  'receiving',
  'waiting',
  'paying',
  'processing',
  'pausing',
  'interoperating',
  'posting',
  'correcting',
  'cancelling',
] as const

/** Statuses that may end a dossier without a date of release. */
export const REFUSED_STATUSES = ['denied', 'unresolved', 'cancelled'] as const

/** The normalised status; an unknown one is passed on as it is, and refused by the record's schema. */
export function dossierStatus(received: string): DossierStatus {
  return STATUSES[received] ?? (received as DossierStatus)
}

const ONLINE = '1'
const ONE_GATE = '3'
const POSTED = new Set(['2', '3', '4'])

/**
 * How the dossier was handed in. `online` and `originality` 1 say online; `fromViaPostal` 2-4 says by post (`viaPostal`
 * is about how the result goes back, and decides nothing); otherwise one-gate or offline is the counter.
 */
export function dossierChannel(facts: {
  readonly online: string
  readonly originality: string
  readonly fromViaPostal: string
}): Channel | null {
  const { online, originality, fromViaPostal } = facts
  if (online === 'true' || online === '1' || originality === ONLINE) return 'online'
  if (POSTED.has(fromViaPostal)) return 'postal'
  return online !== '' || originality === ONE_GATE ? 'direct' : null
}
