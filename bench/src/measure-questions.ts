import { parseArgs } from 'node:util'
import type { Hub } from '@cchc/hub'
import { openBenchHub } from './hub-sync.ts'
import { median } from './median.ts'
import type { Portal } from './portal/main.ts'
import { QUESTIONS } from './questions.ts'

/** Medians, in ms, of one kind of question on each of the files. */
export interface QuestionMeasure {
  readonly what: string
  readonly milliseconds: readonly number[]
}

const WARM_UPS = 1
const ROUNDS = 5

const { values } = parseArgs({ options: { files: { type: 'string' }, portal: { type: 'string' } } })
const portal = JSON.parse(values.portal ?? '') as Portal
const files = JSON.parse(values.files ?? '') as string[]

const hubs = await Promise.all(files.map((file) => openBenchHub({ portal, format: 'xml', file })))
const measures: QuestionMeasure[] = []
for (const [what, ask] of Object.entries(QUESTIONS)) {
  measures.push({ what, milliseconds: await mediansOf(ask) })
}
await Promise.all(hubs.map((hub) => hub.close()))
console.log(JSON.stringify(measures))

/** Of all files in turn, so that a busy moment of the machine meets them alike. */
async function mediansOf(ask: (hub: Hub) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[][] = hubs.map(() => [])
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    for (const [index, hub] of hubs.entries()) {
      const started = performance.now()
      await ask(hub)
      if (round >= 0) times[index]?.push(performance.now() - started)
    }
  }
  return times.map(median)
}
