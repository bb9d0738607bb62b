import { parseArgs } from 'node:util'
import { readAll } from './floor/read-all.ts'
import { openBenchHub, syncAll } from './hub-sync.ts'
import type { Portal } from './portal/main.ts'
import type { Format } from './portal/record-pool.ts'

/** What one process measured of itself. */
export interface SyncMeasure {
  readonly records: number
  /** From the first request until the file is closed; loading the program is no part of it. */
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

const run = values.reader === 'hub' ? await hubRun() : floorRun
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
  return () => syncAll(hub)
}

function floorRun() {
  return readAll({ url: portal.url, format, pageSize: 500, file })
}
