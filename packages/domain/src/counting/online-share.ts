import type { StatisticsColumn } from '../dossier-statistics.ts'
import type { Ratio } from '../quantity.ts'
import type { ExtraFigures } from './extra-figures.ts'

/** The parts of a row as far as they are told; null = not told. */
interface ToldRow {
  readonly statistics: Readonly<Partial<Record<StatisticsColumn, number | null>>>
  readonly extras?: Readonly<Partial<ExtraFigures>> | undefined
}

/**
 * The share of the dossiers received in a period that came online: column (4) of (4), (5) and what some rules receive beside
 * the form. null where a part is not told; 0/0 stays 0/0.
 */
export function onlineShare({ statistics, extras = {} }: ToldRow): Ratio | null {
  const { receivedOnline = null, receivedDirectPost = null } = statistics
  if (receivedOnline === null || receivedDirectPost === null) return null
  const { receivedOtherChannel = 0 } = extras
  const denominator = receivedOnline + receivedDirectPost + receivedOtherChannel
  return { numerator: receivedOnline, denominator }
}
