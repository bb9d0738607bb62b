import type { LoadMeasure } from './load/measure-load.ts'
import type { QuestionMeasure } from './measure-questions.ts'
import type { StartPair } from './measure-start.ts'
import type { SyncMeasure } from './measure-sync.ts'
import type { Pair } from './measure-syncs.ts'
import { median } from './median.ts'
import type { Probes } from './probe.ts'

/** One line of the table. `ratio` and `target` are compared, `best` says in which direction. */
export interface Finding {
  readonly what: string
  readonly floor: string
  readonly ours: string
  readonly ratio: number
  readonly target: number
  readonly best: 'high' | 'low'
}

export function isMet({ ratio, target, best }: Finding): boolean {
  return best === 'high' ? ratio >= target : ratio <= target
}

const speed = ({ records, seconds }: SyncMeasure) => records / seconds
const processor = ({ records, cpuSeconds }: SyncMeasure) => cpuSeconds / records
const microseconds = (seconds: number) => `${(seconds * 1_000_000).toFixed(0)} µs`
const perSecond = (number: number) => `${Math.round(number).toLocaleString('en')}/s`
const megabytes = (number: number) => `${Math.round(number)} MB`
const milliseconds = (number: number) => `${number.toFixed(number < 10 ? 2 : 0)} ms`

/** The ratio is the median of the ratios within each round, not the ratio of two medians. */
export function speedFinding(name: string, pairs: readonly Pair[]): Finding {
  return {
    what: `${name}: records to SQLite`,
    floor: perSecond(median(pairs.map(({ floor }) => speed(floor)))),
    ours: perSecond(median(pairs.map(({ hub }) => speed(hub)))),
    ratio: median(pairs.map(({ floor, hub }) => speed(hub) / speed(floor))),
    target: 1,
    best: 'high',
  }
}

/** Processor time of the process that syncs, a dossier; the median of the ratios within each round. */
export function processorFinding(name: string, pairs: readonly Pair[]): Finding {
  return {
    what: `${name}: processor time of a dossier`,
    floor: microseconds(median(pairs.map(({ floor }) => processor(floor)))),
    ours: microseconds(median(pairs.map(({ hub }) => processor(hub)))),
    ratio: median(pairs.map(({ floor, hub }) => processor(hub) / processor(floor))),
    target: 1,
    best: 'low',
  }
}

const ALLOWED_MEGABYTES = 300
const SAME = 1.15

/** Peak memory of one reading, as a share of what is allowed. */
export function memoryFinding(what: string, hub: SyncMeasure): Finding {
  const { peakMegabytes } = hub
  return {
    what,
    floor: megabytes(ALLOWED_MEGABYTES),
    ours: megabytes(peakMegabytes),
    ratio: peakMegabytes / ALLOWED_MEGABYTES,
    target: 1,
    best: 'low',
  }
}

/** How peak memory grows with the source: not at all, but for noise. */
export function growthFinding(what: string, [few, many]: readonly [number, number]): Finding {
  return {
    what,
    floor: megabytes(few),
    ours: megabytes(many),
    ratio: many / few,
    target: SAME,
    best: 'low',
  }
}

/** How a question's time grows where there are so many more dossiers. */
export function questionFinding(
  { what, milliseconds: times }: QuestionMeasure,
  sizes: string,
): Finding {
  const [few = Number.NaN, many = Number.NaN] = times
  return {
    what: `The year ${what}, ${sizes}`,
    floor: milliseconds(few),
    ours: milliseconds(many),
    ratio: many / few,
    target: 1.5,
    best: 'low',
  }
}

const ALLOWED_MILLISECONDS = 100

/** How long the slowest probe of the gateway took, as a share of what is allowed. */
export function gatewayFinding(what: string, { worst }: Probes): Finding {
  return {
    what,
    floor: milliseconds(ALLOWED_MILLISECONDS),
    ours: milliseconds(worst),
    ratio: worst / ALLOWED_MILLISECONDS,
    target: 1,
    best: 'low',
  }
}

/** How many requests for figures that are kept are answered, beside a bare route; the median of the ratios within each round. */
export function loadFinding({ encoding, bytes, pairs }: LoadMeasure): Finding {
  return {
    what: `Gateway: kept figures with a key, ${encoding}, ${bytes.toLocaleString('en')} bytes (bare Hono route, ours)`,
    floor: perSecond(median(pairs.map(({ bare }) => bare))),
    ours: perSecond(median(pairs.map(({ gateway }) => gateway))),
    ratio: median(pairs.map(({ bare, gateway }) => gateway / bare)),
    target: 0.8,
    best: 'high',
  }
}

export function startFinding(pairs: readonly StartPair[]): Finding {
  const node = median(pairs.map((pair) => pair.node))
  const cchc = median(pairs.map((pair) => pair.cchc))
  return {
    what: 'cchc --version against node -e 0',
    floor: milliseconds(node),
    ours: milliseconds(cchc),
    ratio: median(pairs.map((pair) => pair.cchc / pair.node)),
    target: 1.8,
    best: 'low',
  }
}
