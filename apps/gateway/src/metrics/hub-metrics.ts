import { setTimeout as wait } from 'node:timers/promises'
import type { Hub } from '@cchc/hub'
import { RUN_ENDS, vitals } from '@cchc/hub/questions/vitals'
import { Gauge, type Registry } from 'prom-client'
import { Recent } from '../caching/recent.ts'

/** So long one look at the database serves whoever asks. */
const LOOK_EVERY_MS = 5_000

/** Shorter than Prometheus waits for a scrape unless told. */
const MOST_WAIT_MS = 5_000

type Vitals = Awaited<ReturnType<typeof look>>
type Sample = readonly [labels: Readonly<Record<string, string>>, value: number]

interface HubGauge {
  readonly name: string
  readonly help: string
  readonly labelNames: string[]
  samples(seen: Vitals): readonly Sample[]
}

/** What is told of sources, schedules and channels; what is not known has no sample, never 0. */
const GAUGES: readonly HubGauge[] = [
  {
    name: 'cchc_stream_fresh_timestamp_seconds',
    help: 'When the stream was last read whole; of a source that sends by itself, when something last came. None = never.',
    labelNames: ['source', 'stream'],
    samples: (seen) =>
      streamsOf(seen).flatMap(([labels, { freshAt }]) =>
        freshAt === null ? [] : [[labels, freshAt] as const],
      ),
  },
  {
    name: 'cchc_stream_stale',
    help: '1 where the stream was never read whole, or longer ago than maxAgeHours.',
    labelNames: ['source', 'stream'],
    samples: (seen) => streamsOf(seen).map(([labels, { stale }]) => [labels, Number(stale)]),
  },
  {
    name: 'cchc_stream_records',
    help: 'Records of the stream that are stored.',
    labelNames: ['source', 'stream'],
    samples: (seen) => streamsOf(seen).map(([labels, { records }]) => [labels, records]),
  },
  {
    name: 'cchc_stream_refused_records',
    help: 'Refused records of the stream that nobody settled.',
    labelNames: ['source', 'stream'],
    samples: (seen) => streamsOf(seen).map(([labels, { refused }]) => [labels, refused]),
  },
  {
    name: 'cchc_source_gate_closed',
    help: '1 where newer figures of the source wait at its gate.',
    labelNames: ['source'],
    samples: ({ sources }) =>
      sources.map(({ source, gateClosed }) => [{ source }, Number(gateClosed)]),
  },
  {
    name: 'cchc_source_last_run',
    help: '1 for how the last run of the source ended, 0 for the other ends. None = no run has ended.',
    labelNames: ['source', 'status'],
    samples: ({ sources }) =>
      sources.flatMap(({ source, lastRun }) =>
        lastRun === null
          ? []
          : RUN_ENDS.map((status) => [{ source, status }, Number(status === lastRun)] as const),
      ),
  },
  {
    name: 'cchc_schedule_late',
    help: '1 where slots of the schedule wait for an hour that no worker has begun.',
    labelNames: ['schedule'],
    samples: ({ schedules }) => schedules.map(({ schedule, late }) => [{ schedule }, Number(late)]),
  },
  {
    name: 'cchc_schedule_waiting_slots',
    help: 'Slots of the schedule that could have begun and have not.',
    labelNames: ['schedule'],
    samples: ({ schedules }) => schedules.map(({ schedule, waiting }) => [{ schedule }, waiting]),
  },
  {
    name: 'cchc_alert_messages_undelivered',
    help: 'Messages of the channel that wait or were given up, among the newest thousand of all.',
    labelNames: ['channel', 'state'],
    samples: ({ channels }) =>
      channels.flatMap(({ channel, waiting, givenUp }) => [
        [{ channel, state: 'waiting' }, waiting] as const,
        [{ channel, state: 'given_up' }, givenUp] as const,
      ]),
  },
]

/** Tells how the sources, schedules and channels of a hub are; many scrapes cost no more queries than one. */
export function addHubMetrics(registry: Registry, hub: Pick<Hub, 'ask'>): void {
  const registers = [registry]
  const recent = new Recent({ mostMs: LOOK_EVERY_MS, now: () => performance.now() }, () =>
    look(hub),
  )
  const seen = () => withinTime(recent.recent())
  for (const { samples, ...described } of GAUGES) {
    new Gauge({
      ...described,
      registers,
      async collect() {
        const now = await seen()
        this.reset()
        for (const [labels, value] of now ? samples(now) : []) this.set(labels, value)
      },
    })
  }
  new Gauge({
    name: 'cchc_database_up',
    help: '1 where the database told how sources, schedules and channels are; else nothing is told of them.',
    registers,
    async collect() {
      this.set(Number((await seen()) !== undefined))
    },
  })
}

function look(hub: Pick<Hub, 'ask'>) {
  return hub.ask(vitals, {})
}

/** Nothing where it fails or takes too long: that is told as a metric. */
async function withinTime(seen: Vitals | Promise<Vitals>): Promise<Vitals | undefined> {
  const late = new AbortController()
  const { signal } = late
  const waited = wait(MOST_WAIT_MS, undefined, { signal, ref: false })
  try {
    return await Promise.race([seen, waited])
  } catch {
    return undefined
  } finally {
    late.abort()
    waited.catch(() => undefined)
  }
}

function streamsOf({ sources }: Vitals) {
  return sources.flatMap(({ source, streams }) =>
    streams.map((one) => [{ source, stream: one.stream }, one] as const),
  )
}
