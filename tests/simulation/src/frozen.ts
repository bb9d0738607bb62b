import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import type { hubOf } from './people.ts'

/** The figures of a closed month as the hub hands them out, as one text; what was learnt since is only told beside them. */
export async function frozenAnswer(hub: ReturnType<typeof hubOf>, period: string): Promise<string> {
  const asked = { org: 'H99', period, by: ['org' as const, 'channel' as const] }
  const { rows, total, closed } = await dossierStatistics.ask(hub, asked)
  return JSON.stringify({ rows, total, closedBy: closed?.by, asOf: closed?.asOf })
}
