import { dayNumber } from '@cchc/domain'
import type { Days, Gap } from '../coverage/gap.ts'
import type { EventSubject } from '../dimension/event-subject.ts'
import type { Names } from '../dimension/names.ts'
import type { Counting } from '../statistics/counting.ts'
import type { StatedFigures } from './stated-figures.ts'
import { type StatedBy, type StatedUnits, statedUnits, tellsUnitsOnly } from './stated-units.ts'

/** Reads what is stated in one period of one organisation, told apart by something; each once. */
export type StatedReader = (by: readonly StatedBy[]) => Promise<StatedUnits>

/** Opens it for the days of a period. */
export function openStated(
  counting: Counting,
  { organisation, from, to }: { readonly organisation: string } & Days,
): StatedReader {
  const days = { from: dayNumber(from), to: dayNumber(to) }
  const known = new Map<string, Promise<StatedUnits>>()
  return (by) => {
    const key = by.join()
    const units = known.get(key) ?? statedUnits(counting, { organisation, ...days, by })
    known.set(key, units)
    return units
  }
}

/** Which groups of dossiers are looked for, and by what they are told apart. */
export interface StatedSelection {
  readonly by: readonly StatedBy[]
  keep(subject: EventSubject, names: Names): boolean
}

/** What is stated of a selection, and what of it is not given. */
export async function statedBehind(
  { stated, names }: { readonly stated: StatedReader; readonly names: Names },
  { by, keep }: StatedSelection,
): Promise<{ readonly figures: readonly StatedFigures[]; readonly gaps: readonly Gap[] }> {
  const { units, unknown } = await stated(by)
  const figures = units.flatMap(({ parts }) => parts).filter(({ subject }) => keep(subject, names))
  const lacking = unknown.filter(({ subject }) => !tellsUnitsOnly(by) || keep(subject, names))
  return {
    figures,
    gaps: [
      ...figures.flatMap(({ gaps }) => gaps),
      ...units.flatMap(({ blind }) => blind ?? []),
      ...lacking.map(({ gap }) => gap),
    ],
  }
}
