import type { Run } from '@cchc/store'
import type { HubContext } from '../context.ts'

const MOST_UNDER_WAY = 20

/** The newest run of a source that is over; null = none is. */
export async function lastEnded(
  { store }: Pick<HubContext, 'store'>,
  source: string,
): Promise<Run | null> {
  const { items } = await store.listRuns({ source, limit: MOST_UNDER_WAY })
  return items.find(({ status }) => status !== 'running') ?? null
}
