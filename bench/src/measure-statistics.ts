import { parseArgs } from 'node:util'
import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import { openBenchHub } from './hub-sync.ts'
import { median } from './median.ts'
import type { Portal } from './portal/main.ts'
import type { Format } from './portal/record-pool.ts'

/** Medians, in ms, of a year's statistics on each of the files. */
export interface StatisticsMeasure {
  readonly milliseconds: readonly number[]
}

const WARM_UPS = 3
const ROUNDS = 15

const { values } = parseArgs({ options: { files: { type: 'string' }, portal: { type: 'string' } } })
const portal = JSON.parse(values.portal ?? '') as Portal
const files = JSON.parse(values.files ?? '') as string[]
const format: Format = 'xml'

const hubs = await Promise.all(files.map((file) => openBenchHub({ portal, format, file })))
const times: number[][] = hubs.map(() => [])
for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
  for (const [index, hub] of hubs.entries()) {
    const started = performance.now()
    const { rows } = await hub.ask(dossierStatistics, { period: '2022', by: ['org', 'month'] })
    const elapsed = performance.now() - started
    if (rows.length < 12) throw new Error('the statistics hold less than a year')
    if (round >= 0) times[index]?.push(elapsed)
  }
}
await Promise.all(hubs.map((hub) => hub.close()))
const measure: StatisticsMeasure = { milliseconds: times.map(median) }
console.log(JSON.stringify(measure))
