import { createHash } from 'node:crypto'
import { openBenchHub } from './hub-sync.ts'
import type { Portal } from './portal/main.ts'
import { QUESTIONS } from './questions.ts'

/** What one question took; equal answers have equal digests. */
export interface FigureMeasure {
  readonly what: string
  readonly seconds: number
  /** Processor time of all threads: what stays the same when others use the machine too. */
  readonly cpuSeconds: number
  readonly digest: string
}

/** Asks every kind of question once; closes the store. */
export async function measureFigures(
  file: string,
  portal: Portal,
): Promise<readonly FigureMeasure[]> {
  const hub = await openBenchHub({ portal, format: 'json', file })
  const measures: FigureMeasure[] = []
  for (const [what, ask] of Object.entries(QUESTIONS)) {
    measures.push(await measured(what, () => ask(hub)))
  }
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
