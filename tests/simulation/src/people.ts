import type { closePeriod } from '@cchc/hub/actions/closings'
import { NO_TRACING } from '@cchc/hub/tracing'
import type { Store } from '@cchc/store'
import { SILENT } from './exchange.ts'
import type { SimulatedProcess } from './process.ts'

type HubContext = Parameters<typeof closePeriod.act>[0]

const NOBODY_TOLD: HubContext['config']['alerts'] = {
  ...{ language: 'vi', channels: {}, without: [] },
  ...{ refusedAbove: 0, endsWithinDays: 90, settleMinutes: 30 },
  digests: { at: '07:30', dueWithin: 3, by: 'procedure', codes: 0, units: [] },
}

/** What the hub's questions and actions are answered from, with the store of one process. */
export function hubOf(store: Store, process: Pick<SimulatedProcess, 'now'>): HubContext {
  const config = {
    connectors: [],
    store: { url: '' },
    sync: { commitRows: 1, commitSeconds: 1, backfillWorkers: 1 },
    reporting: { cutOffDay: 14, organisation: 'H99' },
    gateway: {
      ...{ host: '127.0.0.1', port: 0 },
      ...{ cors: [], requestsPerMinute: 600, smallCells: 5, behindProxy: false },
    },
    calendar: { days: [] },
    alerts: NOBODY_TOLD,
    organisations: {},
    schedules: {},
    letters: {},
    successions: [],
    sources: [],
    templates: [],
  }
  return { store, config, log: SILENT, tracing: NO_TRACING, now: process.now, words: String }
}

const MONTH_MS = 30 * 86_400_000

/** The month so many months ago as people write it, `2025-M03`. */
export function monthAgo(now: number, months: number): string {
  const [year, month] = new Date(now - months * MONTH_MS).toISOString().split('-')
  return `${year}-M${month}`
}
