import { Channel, type Dossier, DossierStatus, dayNumber, startOfDay } from '@cchc/domain'
import fc from 'fast-check'
import { dossier } from './scripted-store.ts'

const FIRST = startOfDay(dayNumber('2022-01-01'))
const DAYS = 50
/** Thirds of days, midnight among them, so that moments coincide. */
const instant = fc.nat(DAYS * 3 - 1).map((third) => FIRST + third * 8 * 3_600_000)
const maybe = fc.option(instant)

/** Units of one province, and one of another. */
export const UNITS = ['H16.05', 'H16.05.01', 'H16.06', 'H16.31.22', 'H17.01'] as const

/** Days in which random dossiers live, as text. */
export const day = fc
  .nat(DAYS - 1)
  .map((offset) => new Date(FIRST + offset * 86_400_000 + 43_200_000).toISOString().slice(0, 10))

/** A few dossiers and later states of the same ones, so that a ledger has to take back what it added. */
export const states: fc.Arbitrary<readonly Dossier[]> = fc.array(
  fc
    .record({
      code: fc.nat(40).map((number) => `HS-${number}`),
      version: fc.integer({ min: 1, max: 1000 }),
      organisationCode: fc.constantFrom(...UNITS),
      procedureCode: fc.constantFrom('1.000001', '1.000002'),
      channel: fc.option(fc.constantFrom(...Channel.options)),
      status: fc.constantFrom(...DossierStatus.options),
      receivedAt: fc.option(instant, { freq: 10 }),
      dueAt: maybe,
      finishedAt: maybe,
      returnedAt: maybe,
      pauses: fc.array(fc.record({ from: instant, to: maybe }), { maxLength: 2 }),
    })
    .map((facts) => dossier(inOrder(facts))),
  { minLength: 1, maxLength: 60 },
)

function inOrder<T extends Pick<Dossier, 'receivedAt' | 'finishedAt'>>(facts: T): T {
  const { receivedAt, finishedAt } = facts
  if (receivedAt === null || finishedAt === null || finishedAt >= receivedAt) return facts
  return { ...facts, receivedAt: finishedAt, finishedAt: receivedAt }
}

/** The newest state of each dossier; of equal versions the last that came, as stores keep it. */
export function newest(all: readonly Dossier[]): readonly Dossier[] {
  const byCode = new Map<string, Dossier>()
  for (const one of all) {
    const kept = byCode.get(one.code)
    if (kept === undefined || one.version >= kept.version) byCode.set(one.code, one)
  }
  return [...byCode.values()]
}
