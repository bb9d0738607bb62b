import { parseArgs } from 'node:util'
import { sourceChecks } from '@cchc/hub/questions/source-checks'
import { fetchPage, readAll } from './floor/read-all.ts'
import { openBenchHub, SOURCE, syncAll } from './hub-sync.ts'
import type { Portal } from './portal/main.ts'
import type { Format } from './portal/record-pool.ts'

/** What one process measured of itself. */
export interface SyncMeasure {
  readonly records: number
  /** From the first page until the file is closed; loading the program and its HTTP client is no part of it. */
  readonly seconds: number
  /** Processor time of all threads in between: what stays the same when others use the machine too. */
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

const { values } = parseArgs({
  options: { reader: { type: 'string' }, job: { type: 'string' } },
})

const job = JSON.parse(values.job ?? '') as { portal: Portal; format: Format; file: string }
const { portal, format, file } = job

const run = values.reader === 'hub' ? await hubRun() : await floorRun()
const started = performance.now()
const cpuBefore = process.cpuUsage()
const records = await run()
const cpu = process.cpuUsage(cpuBefore)
const measure: SyncMeasure = {
  records,
  seconds: (performance.now() - started) / 1000,
  cpuSeconds: (cpu.user + cpu.system) / 1_000_000,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
}
console.log(JSON.stringify(measure))

async function hubRun() {
  const hub = await openBenchHub({ portal, format, file })
  await hub.ask(sourceChecks, { source: [SOURCE] })
  return () => syncAll(hub)
}

async function floorRun() {
  const source = { url: portal.url, format, pageSize: 500 }
  await fetchPage({ ...source, pageSize: 1 }, 0)
  return () => readAll({ ...source, file })
}
