import { type DayNumber, dayNumberOf, type Instant } from '@cchc/domain'
import type { CountableDossier } from '@cchc/store'

/** A dossier as it stood at the end of a day: what ended or began to wait after it was in process. */
export function asOfDay(dossier: CountableDossier, day: DayNumber): CountableDossier {
  const { finishedAt, returnedAt, pauses } = dossier
  const isLater = (at: Instant | null) => at !== null && dayNumberOf(at) > day
  const begun = pauses.filter(({ from }) => !isLater(from))
  const standing = begun.map(({ from, to }) => ({ from, to: isLater(to) ? null : to }))
  if (!isLater(finishedAt ?? returnedAt)) return { ...dossier, pauses: standing }
  const open = { status: 'processing', finishedAt: null, returnedAt: null } as const
  return { ...dossier, ...open, pauses: standing }
}
