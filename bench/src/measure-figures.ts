import { createHash } from 'node:crypto'
import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import { ruleComparison } from '@cchc/hub/questions/rule-comparison'
import { openBenchHub } from './hub-sync.ts'
import type { Portal } from './portal/main.ts'

/** What one question took; equal answers have equal digests. */
export interface FigureMeasure {
  readonly what: string
  readonly seconds: number
  /** Processor time of all threads: what stays the same when others use the machine too. */
  readonly cpuSeconds: number
  readonly digest: string
}

const YEAR = { period: '2022', partial: true, anyway: true }

/** Asks what reads every dossier, and for comparison what the ledger answers, once each; closes the store. */
export async function measureFigures(
  file: string,
  portal: Portal,
): Promise<readonly FigureMeasure[]> {
  const hub = await openBenchHub({ portal, format: 'json', file })
  const compared = ['tt01-2020', 'qd766-2022']
  const questions: Readonly<Record<string, () => Promise<unknown>>> = {
    'by level': () => hub.ask(dossierStatistics, { ...YEAR, by: ['level'] }),
    'by field': () => hub.ask(dossierStatistics, { ...YEAR, by: ['field'] }),
    'by procedure': () => hub.ask(dossierStatistics, { ...YEAR, by: ['procedure'] }),
    'by organisation, qd766-2022': () =>
      hub.ask(dossierStatistics, { ...YEAR, by: ['org'], rule: 'qd766-2022' }),
    'two rules': () => hub.ask(ruleComparison, { ...YEAR, by: [], rule: compared }),
  }
  const measures: FigureMeasure[] = []
  for (const [what, ask] of Object.entries(questions)) measures.push(await measured(what, ask))
  await hub.close()
  return measures
}

async function measured(what: string, ask: () => Promise<unknown>): Promise<FigureMeasure> {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const answer = JSON.stringify(await ask())
  const { user, system } = process.cpuUsage(before)
  return {
    what,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1_000_000,
    digest: createHash('sha256').update(answer).digest('hex').slice(0, 12),
  }
}
