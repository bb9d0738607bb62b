import type { PortalFigure } from '@cchc/domain'
import { numberIn, type Row } from './row.ts'

interface Stated {
  /** Before the name of each measure. */
  readonly group: string
  readonly measures: readonly string[]
  /** What is to be known of a value; nothing unless told. */
  quality?(measure: string): string | null
}

/** Whose figures they are, and of which days. */
type Whose = Pick<
  PortalFigure,
  'organisationCode' | 'organisationName' | 'from' | 'to' | 'provisional'
>

/** A row with a column for each measure as one figure for each that it states. */
export function statedFigures(
  row: Row,
  { organisationCode, organisationName, from, to, provisional }: Whose,
  { group, measures, quality = () => null }: Stated,
): PortalFigure[] {
  const stated = measures.filter((measure) => row[measure] !== undefined)
  return stated.map((measure) => ({
    organisationCode,
    organisationName,
    from,
    to,
    measure: `${group}.${measure}`,
    value: numberIn(row[measure]),
    quality: quality(measure),
    provisional,
  }))
}
