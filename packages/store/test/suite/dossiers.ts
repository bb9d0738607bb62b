import { type Dossier, DossierStatus, dayNumber, Payment, startOfDay } from '@cchc/domain'
import { sampleDossier } from '@cchc/domain/testing'
import fc from 'fast-check'
import type { Batch, CatalogueRecord } from '../../src/index.ts'

/** 2022-01-01 as a day number. */
export const FIRST_DAY = 18_993

const NO_TRAFFIC = { requests: 0, retries: 0, bytes: 0 }

/** A dossier received on the first day and open, unless changed. */
export function dossier(code: string, change: Partial<Dossier> = {}): Dossier {
  return sampleDossier({
    code,
    procedureCode: '1.004875',
    channel: 'online',
    statusReceived: 'đang xử lý',
    receivedAt: startOfDay(FIRST_DAY) + 9 * HOUR,
    ...change,
  })
}

export function dossiers(count: number, change: Partial<Dossier> = {}): Dossier[] {
  return Array.from({ length: count }, (_, index) =>
    dossier(`D${String(index).padStart(6, '0')}`, change),
  )
}

/** A batch of dossiers of one page. */
export function batch(records: readonly Dossier[], change: Partial<Batch> = {}): Batch {
  return {
    source: 'one-stop',
    stream: 'dossiers',
    cursor: { page: 1 },
    pages: 1,
    refusals: [],
    traffic: NO_TRAFFIC,
    content: { entity: 'dossier', records },
    ...change,
  }
}

/** A batch of procedures of one page; staged unless said otherwise. */
export function catalogueBatch(
  records: readonly CatalogueRecord[],
  mode: 'staged' | 'upsert' = 'staged',
): Batch {
  return batch([], { stream: 'procedures', content: { entity: 'procedure', records, mode } })
}

export function procedures(...names: readonly string[]): CatalogueRecord[] {
  return names.map((name) => ({ key: name, value: { code: name, title: `Thủ tục ${name}` } }))
}

const HOUR = 3_600_000

export const CODES = ['A', 'B', 'C', 'D', 'E'] as const
const STATUSES = DossierStatus.options

/** An instant on one of sixty days, at any time of the day. */
const instant = fc
  .tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 24 * HOUR - 1 }))
  .map(([day, time]) => startOfDay(FIRST_DAY + day) + time)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 })

/** States of a few dossiers with few versions, so that they meet often; pauses may overlap or lie anywhere. */
export const anyDossier: fc.Arbitrary<Dossier> = fc
  .record({
    code: fc.constantFrom(...CODES),
    procedureCode: fc.constantFrom('1.004875', '2.000001'),
    organisationCode: fc.constantFrom('H99.03', 'H99.04', 'H99.04.01'),
    fieldCode: maybe(fc.constantFrom('đất-đai', 'hộ-tịch')),
    channel: maybe(fc.constantFrom('online', 'direct', 'postal')),
    status: fc.constantFrom(...STATUSES),
    statusReceived: fc.constantFrom('done', ''),
    receivedAt: maybe(instant),
    dueAt: maybe(instant),
    finishedAt: maybe(instant),
    returnedAt: maybe(instant),
    pauses: fc.array(fc.record({ from: instant, to: maybe(instant) }), { maxLength: 2 }),
    onlinePayment: maybe(fc.boolean()),
    digitised: maybe(fc.boolean()),
    serviceLevel: maybe(fc.constantFrom('partial', 'full')),
    serviceLevelReceived: maybe(fc.constant('Mức độ 4')),
    facts: fc.option(
      fc.record(
        {
          outsideArea: fc.boolean(),
          competentSince: instant,
          handedInAt: fc.constant(startOfDay(dayNumber('2026-09-01'))),
          apology: fc.boolean(),
          payment: fc.constantFrom(...Payment.options),
          receipt: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      { nil: undefined },
    ),
    version: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ receivedAt, finishedAt, ...rest }) => ({
    ...rest,
    receivedAt,
    finishedAt:
      finishedAt === null || receivedAt === null ? finishedAt : Math.max(receivedAt, finishedAt),
  })) as fc.Arbitrary<Dossier>
