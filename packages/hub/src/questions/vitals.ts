import type { AlertMessage } from '@cchc/store'
import { z } from 'zod'
import type { HubContext } from '../context.ts'
import { isLate } from '../schedules/late.ts'
import { scheduleStates } from '../schedules/schedule-states.ts'
import { lastEnded } from '../sources/last-ended.ts'
import { freshness } from '../sources/status.ts'
import { defineQuestion } from './question.ts'

/** How a run can end. */
export const RUN_ENDS = ['done', 'partial', 'failed', 'interrupted', 'abandoned'] as const

/** How many of the newest messages are looked at, as alerts do. */
const MOST_MESSAGES = 1000

const SourceVitals = z.object({
  source: z.string(),
  gateClosed: z.boolean(),
  lastRun: z.enum(RUN_ENDS).nullable().describe('How the last one ended; null = none has'),
  streams: z.array(
    z.object({
      stream: z.string(),
      freshAt: z.number().nullable().describe('Last read whole, or sent; null = never'),
      stale: z.boolean(),
      records: z.int(),
      refused: z.int(),
    }),
  ),
})

/**
 * What is to be watched of a hub, of configured sources, schedules and channels alone: names and counts, nothing of persons
 * or units. Costs one query for each source and schedule and three beside them. Instants are epoch seconds.
 */
export const vitals = defineQuestion({
  scope: 'admin',
  about: { en: 'what monitoring watches', vi: 'những gì hệ thống giám sát theo dõi' },
  parameters: z.strictObject({}),
  answer: z.object({
    sources: z.array(SourceVitals),
    schedules: z.array(z.object({ schedule: z.string(), late: z.boolean(), waiting: z.int() })),
    channels: z.array(z.object({ channel: z.string(), waiting: z.int(), givenUp: z.int() })),
  }),
  async ask(hub) {
    const { store, config, now } = hub
    const messages = await store.listAlertMessages({ limit: MOST_MESSAGES })
    return {
      sources: await sourcesOf(hub),
      schedules: (await scheduleStates(hub)).map((state) => ({
        schedule: state.id,
        late: isLate(state, now()),
        waiting: state.waiting,
      })),
      channels: Object.keys(config.alerts.channels).map((channel) => ({
        channel,
        ...undelivered(messages.filter((one) => one.channel === channel)),
      })),
    }
  },
})

async function sourcesOf(hub: HubContext) {
  const { store, config } = hub
  const states = await store.listStreams()
  const closed = new Set((await store.listClosedGates()).map(({ source }) => source))
  const rows: z.output<typeof SourceVitals>[] = []
  for (const source of config.sources) {
    const last = await lastEnded(hub, source.id)
    rows.push({
      source: source.id,
      gateClosed: source.gate !== 'off' && closed.has(source.id),
      lastRun: RUN_ENDS.find((end) => end === last?.status) ?? null,
      streams: Object.keys(source.connector.streams).map((stream) => {
        const state = states.find((one) => one.source === source.id && one.stream === stream)
        return streamOf(freshness({ source, stream, state, now: hub.now() }))
      }),
    })
  }
  return rows
}

function streamOf(fresh: ReturnType<typeof freshness>) {
  const { stream, stale, records, quarantined, completedAt, lastCameAt } = fresh
  const at = lastCameAt ?? completedAt
  const freshAt = at === null ? null : Date.parse(at) / 1000
  return { stream, freshAt, stale, records, refused: quarantined }
}

function undelivered(messages: readonly AlertMessage[]) {
  const open = messages.filter(({ deliveredAt }) => deliveredAt === null)
  const waiting = open.filter(({ dueAt }) => dueAt !== null).length
  return { waiting, givenUp: open.length - waiting }
}
