import { DossierStatistics } from '@cchc/domain'
import { ministryShares, type StatisticsQuery } from '@cchc/figures'
import type { Store } from '@cchc/store'
import { z } from 'zod'
import type { HubContext } from '../context.ts'
import { ministriesOf } from '../sources/ministries.ts'

const Columns = z.record(DossierStatistics.keyof(), z.int())

/** How dossiers are spread over the systems of the province and of ministries. */
export const Ministries = z
  .object({
    systems: z.array(
      z.object({
        source: z.string(),
        ministry: z.object({ name: z.string(), code: z.string().optional(), counted: z.boolean() }),
        stated: z.boolean().describe('It states counts, which are added to nothing'),
        statistics: Columns,
      }),
    ),
    province: Columns.describe("In the province's systems"),
    together: Columns.describe('In all systems, each dossier once'),
  })
  .describe(
    "What ministries' central systems hold; absent = none is configured, sources are named, or small counts suppressed",
  )

/** What ministries' systems hold of the dossiers; nothing where there are none, or single sources are asked for. */
export async function ministriesIn(
  store: Store,
  { config }: HubContext,
  query: StatisticsQuery,
): Promise<z.infer<typeof Ministries> | undefined> {
  const ministries = ministriesOf(config.sources)
  if (query.sources || Object.keys(ministries).length === 0) return undefined
  const { systems, ...sums } = await ministryShares(store, query, ministries)
  return { systems: [...systems], ...sums }
}
