import { type DayNumber, dayNumberOf } from '@cchc/domain'

/** Statuses in the order of their codes in `Columns.status`. */
export const STATUSES = [
  'processing',
  'waiting',
  'interoperating',
  'releasing',
  'done',
  'unresolved',
  'cancelled',
  'denied',
] as const
export type Status = (typeof STATUSES)[number]

export const CHANNELS = ['online', 'direct', 'postal'] as const

/** One dossier as a row of numbers; instants are epoch seconds, 0 = none. */
export interface Row {
  organisation: number
  procedure: number
  channel: number
  serviceLevel: number
  status: number
  receivedAt: number
  dueAt: number
  releasedAt: number
  finishedAt: number
  supplementAt: number
}

type Column = Uint8Array | Uint16Array | Uint32Array

/** Dossiers by column: about 28 bytes each, so that a province's year takes some 13 MB. */
export class Columns {
  readonly length: number
  readonly organisation: Uint16Array
  readonly procedure: Uint16Array
  readonly channel: Uint8Array
  readonly serviceLevel: Uint8Array
  readonly status: Uint8Array
  readonly receivedAt: Uint32Array
  readonly dueAt: Uint32Array
  readonly releasedAt: Uint32Array
  readonly finishedAt: Uint32Array
  readonly supplementAt: Uint32Array
  /** Number within the organisation and day of reception, from 1. */
  readonly sequence: Uint16Array

  constructor(length: number) {
    this.length = length
    this.organisation = new Uint16Array(length)
    this.procedure = new Uint16Array(length)
    this.channel = new Uint8Array(length)
    this.serviceLevel = new Uint8Array(length)
    this.status = new Uint8Array(length)
    this.receivedAt = new Uint32Array(length)
    this.dueAt = new Uint32Array(length)
    this.releasedAt = new Uint32Array(length)
    this.finishedAt = new Uint32Array(length)
    this.supplementAt = new Uint32Array(length)
    this.sequence = new Uint16Array(length)
  }

  set(index: number, row: Row): void {
    this.organisation[index] = row.organisation
    this.procedure[index] = row.procedure
    this.channel[index] = row.channel
    this.serviceLevel[index] = row.serviceLevel
    this.status[index] = row.status
    this.receivedAt[index] = row.receivedAt
    this.dueAt[index] = row.dueAt
    this.releasedAt[index] = row.releasedAt
    this.finishedAt[index] = row.finishedAt
    this.supplementAt[index] = row.supplementAt
  }
}

/** Instant and index share one number: 2^24 dossiers within 2^29 seconds (17 years) fit a double exactly. */
const SLOTS = 2 ** 24

/** The same dossiers in the order in which they were received, numbered within organisation and day. */
export function sortedByReception(columns: Columns, organisations: number): Columns {
  const order = receptionOrder(columns.receivedAt)
  const sorted = new Columns(columns.length)
  for (const name of Object.keys(columns) as (keyof Columns)[]) {
    if (name !== 'length') permute(columns[name] as Column, sorted[name] as Column, order)
  }
  number(sorted, organisations)
  return sorted
}

function receptionOrder(receivedAt: Uint32Array): Uint32Array {
  const start = receivedAt.reduce((least, seconds) => Math.min(least, seconds), 2 ** 32)
  const key = (seconds: number, index: number): number => (seconds - start) * SLOTS + index
  const keys = Float64Array.from(receivedAt, key).sort()
  return Uint32Array.from(keys, (each) => each % SLOTS)
}

function permute(from: Column, to: Column, order: Uint32Array): void {
  for (let i = 0; i < order.length; i += 1) to[i] = from[order[i] ?? 0] ?? 0
}

function number(columns: Columns, organisations: number): void {
  const counters = new Uint16Array(organisations)
  let today: DayNumber = 0
  for (let i = 0; i < columns.length; i += 1) {
    const day = dayNumberOf((columns.receivedAt[i] ?? 0) * 1000)
    if (day !== today) counters.fill(0)
    today = day
    const organisation = columns.organisation[i] ?? 0
    const next = (counters[organisation] ?? 0) + 1
    counters[organisation] = next
    columns.sequence[i] = next
  }
}
