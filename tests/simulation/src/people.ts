import type { closePeriod } from '@cchc/hub/actions/closings'
import type { Store } from '@cchc/store'
import { SILENT } from './exchange.ts'
import type { SimulatedProcess } from './process.ts'
import type { Random } from './random.ts'

type HubContext = Parameters<typeof closePeriod.act>[0]

/** What the hub's questions and actions are answered from, with the store of one process. */
export function hubOf(store: Store, process: Pick<SimulatedProcess, 'now'>): HubContext {
  const config = {
    store: { url: '' },
    sync: { commitRows: 1, commitSeconds: 1 },
    reporting: { cutOffDay: 14, organisation: 'H99' },
    gateway: { host: '127.0.0.1', port: 0 },
    calendar: { days: [] },
    organisations: {},
    successions: [],
    sources: [],
    templates: [],
  }
  return { store, config, log: SILENT, now: process.now, words: String }
}

const LAST_MONTH = 11

/** A month of the year as people write it, `2025-M03`; every one is drawn as often. */
export function drawMonth(random: Random): string {
  return `2025-M${String(random.whole(1, LAST_MONTH)).padStart(2, '0')}`
}
