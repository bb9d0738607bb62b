import type { DossierFacts } from '../dossier-facts.ts'
import { dayNumber, type Instant, startOfDay } from '../time.ts'
import type { Choices } from './choices.ts'

/** NĐ 309/2026/NĐ-CP is in force from this day; what was handed in before it began with its receipt. */
const COMPETENT_FROM = startOfDay(dayNumber('2026-08-05'))

/** What tells when the clock of a dossier starts. */
interface Received {
  readonly receivedAt: Instant
  readonly facts?: DossierFacts | undefined
}

/**
 * When the clock starts: at receipt, or, by a rule that follows NĐ 309/2026/NĐ-CP Đ.8.3, when the competent agency got a
 * dossier that was handed in irrespective of area, where the source states both. Never before receipt.
 */
export function clockStart(choices: Pick<Choices, 'clockStart'>, dossier: Received): Instant {
  const { receivedAt, facts } = dossier
  if (choices.clockStart === 'received' || facts?.outsideArea !== true) return receivedAt
  const { competentSince = receivedAt, handedInAt = receivedAt } = facts
  return handedInAt < COMPETENT_FROM ? receivedAt : Math.max(receivedAt, competentSince)
}
