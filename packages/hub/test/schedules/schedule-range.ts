import { join } from 'node:path'
import { inWords } from '@cchc/domain'
import { type ServedPortals, servePortals, smallWorld } from '@cchc/portals'
import { openStore, type Store } from '@cchc/store'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { sync } from '../../src/actions/sync.ts'
import { work } from '../../src/actions/work.ts'
import { takeConfig } from '../../src/config/read-config.ts'
import type { HubContext } from '../../src/context.ts'
import { type Hub, openHub, type SlotEvent } from '../../src/index.ts'
import type { Watch } from '../../src/sources/watch.ts'
import { NO_TRACING } from '../../src/tracing/tracing.ts'
import { configFolder, reference } from '../config-text.ts'

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined }

/** An instant by clocks in Vietnam. */
const at = (text: string) => Date.parse(`${text}+07:00`)

/** A hub with schedules, whose clock a test moves by hand, on a database of its own. */
export interface ScheduleHub {
  readonly hub: Hub
  readonly store: Store
  readonly folder: string
  /** What the hub works with. */
  context(): Promise<HubContext>
  setClock(text: string): void
  /** Does what is due; gives what became of slots as `schedule slot event state`. */
  once(watch?: Watch): Promise<readonly string[]>
  /** The newest slots of a schedule as `slot state`, the newest first. */
  slots(schedule: string): Promise<readonly string[]>
  /** The runs that schedules made, as `source status`, the oldest first. */
  runs(): Promise<readonly string[]>
  events: SlotEvent[]
}

/** Simulated portals for the tests of a file, and hubs on them that are closed after each test. */
export function openScheduleRange() {
  let portals: ServedPortals
  let answered = 0
  const opened: { close(): Promise<void> }[] = []
  beforeAll(async () => {
    portals = await servePortals({
      world: smallWorld({ dossiers: 100 }),
      onRequest: () => {
        answered += 1
      },
    })
  })
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close()
  })
  afterAll(() => portals.close())

  const source = (change: object = {}) => ({
    connector: 'opencps',
    baseUrl: portals.openCps.url,
    username: portals.openCps.username,
    password: reference('env:OPENCPS'),
    groupId: portals.openCps.groupId,
    since: '2021-09-01',
    pageSize: 20,
    windowDays: 366,
    http: { retries: 0 },
    ...change,
  })

  async function open(
    schedules: object,
    { more = {}, folder = configFolder({}) }: { more?: object; folder?: string } = {},
  ): Promise<ScheduleHub> {
    let now = at('2026-03-01T00:00:00')
    const url = `sqlite:${join(folder, 'hub.db')}`
    const config = {
      store: { url },
      sync: { commitRows: 1 },
      reporting: { organisation: 'H99' },
      sources: { motcua: source() },
      schedules,
      ...more,
    }
    const env = { OPENCPS: portals.openCps.password }
    const hub = await openHub({ cwd: folder, config, env, now: () => now })
    const store = await openStore({ url })
    opened.push(hub, store)
    const events: SlotEvent[] = []
    const onSlot = (event: SlotEvent) => void events.push(event)
    return {
      hub,
      store,
      context: async () => ({
        ...{ store, log: SILENT, tracing: NO_TRACING, now: () => now, words: inWords },
        config: await takeConfig(config, { cwd: folder, configPath: undefined, env }),
      }),
      folder,
      events,
      setClock: (text) => {
        now = at(text)
      },
      async once(watch = {}) {
        const from = events.length
        await hub.act(work, { once: true, atOnce: 1 }, { onSlot, ...watch })
        return events.slice(from).map(eventText)
      },
      async slots(schedule) {
        const slots = await store.listSlots({ schedule, limit: 20 })
        return slots.map((slot) => `${shortText(slot.at)} ${slot.state}`)
      },
      async runs() {
        const { items } = await store.listRuns()
        const scheduled = items.filter(({ trigger }) => trigger === 'schedule')
        return scheduled.toReversed().map((run) => `${run.source} ${run.status}`)
      },
    }
  }
  return { open, source, answered: () => answered, sync }
}

function eventText({ schedule, slot, event, state, dueAt }: SlotEvent): string {
  const known = [schedule, shortText(Date.parse(slot)), event, state]
  return [...known, dueAt && shortText(Date.parse(dueAt))].filter(Boolean).join(' ')
}

/** `01 02:15`: day and time in Vietnam. */
function shortText(instant: number): string {
  return new Date(instant + 7 * 3_600_000).toISOString().slice(8, 16).replace('T', ' ')
}
