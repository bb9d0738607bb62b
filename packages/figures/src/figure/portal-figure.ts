import { type Day, PortalFigure } from '@cchc/domain'
import type { Store } from '@cchc/store'

/** Which figure of a portal; days are inclusive and must be the portal's own window. */
export interface PortalFigureQuery {
  readonly organisation: string
  readonly from: Day
  readonly to: Day
  readonly measure: string
}

/** A figure as its portal counted it, with its source and when the hub learnt it (epoch ms). */
export interface SourcedPortalFigure extends PortalFigure {
  readonly source: string
  readonly knownFrom: number
  /** The run that brought it. */
  readonly runId: string
}

/** The figure of exactly this organisation, window and measure, the newest where several sources state it; undefined = none. */
export async function portalFigure(
  store: Store,
  query: PortalFigureQuery,
): Promise<SourcedPortalFigure | undefined> {
  const { organisation: organisationCode, from, to, measure } = query
  const records = await store.listRecords<PortalFigure>('portal-figure', {
    where: { organisationCode, from, to, measure },
  })
  const [newest] = records.toSorted((a, b) => b.knownFrom - a.knownFrom)
  if (!newest) return undefined
  const { source, knownFrom, runId, value } = newest
  return { ...PortalFigure.parse(value), source, knownFrom, runId }
}
