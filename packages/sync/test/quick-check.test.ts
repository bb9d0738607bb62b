import { isDeepStrictEqual } from 'node:util'
import { Dossier } from '@cchc/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { quickCheck } from '../src/quick-check.ts'

const sound = {
  code: '000.00.16.H48-221201-0001',
  procedureCode: '1.001234',
  organisationCode: 'H48.10',
  fieldCode: 'G05-HKD',
  channel: 'online',
  status: 'awaiting_supplement',
  statusReceived: 'waiting',
  receivedAt: 1_669_860_000_000,
  dueAt: 1_670_860_000_000,
  finishedAt: null,
  returnedAt: null,
  pauses: [{ from: 1_669_870_000_000, to: null }],
  onlinePayment: null,
  digitised: true,
  serviceLevel: 'full',
  serviceLevelReceived: 'Toàn trình',
  version: 1_669_880_000_000,
}

const strange = fc.oneof(
  fc.constantFrom(undefined, null, Number.NaN, -1, 0.5, 2 ** 53, '', ' ', '4', 'done', 'finished'),
  fc.constantFrom([], {}, [null], [{ from: 1_669_870_000_000, to: null, by: 'x' }], new Date(0)),
  fc.constantFrom(1_669_850_000_000, 1_669_890_000_000, { receivingOrganisation: 'H48.10' }),
  fc.string({ maxLength: 70 }),
  fc.integer(),
)
const names = fc.constantFrom(...Object.keys(sound), 'facts', 'lastingId', 'applicant')

/** Sound dossiers in which some fields hold something else, or nothing. */
const dossiers = fc
  .array(fc.tuple(names, fc.option(strange, { nil: 'absent' as const })), { maxLength: 3 })
  .map((changes) => {
    const changed = { ...sound, ...Object.fromEntries(changes) }
    return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== 'absent'))
  })

test('a dossier that passes is one by its schema, which would not change it', () => {
  const isSound = quickCheck(Dossier)
  expect(isSound?.(sound)).toBe(true)
  const judged = { passed: 0, refused: 0 }
  fc.assert(
    fc.property(dossiers, (dossier) => {
      const result = Dossier.safeParse(dossier)
      const passes = isSound?.(dossier) ?? false
      judged[passes ? 'passed' : 'refused'] += 1
      expect(passes).toBe(result.success && isDeepStrictEqual(result.data, dossier))
    }),
    { numRuns: 5000 },
  )
  expect(judged.passed).toBeGreaterThan(100)
  expect(judged.refused).toBeGreaterThan(100)
})

test('what a schema would change, or is of a class, is left to the schema', () => {
  const changing = [
    z.object({ a: z.string().trim() }),
    z.object({ a: z.string().transform((text) => text.length) }),
    z.object({ a: z.coerce.number() }),
    z.object({ a: z.string().default('x') }),
    z.looseObject({ a: z.string() }),
    z.object({ a: z.string().refine(async () => true) }),
  ]
  for (const schema of changing) expect(quickCheck(schema)?.({ a: ' 1' }) ?? false).toBe(false)
  class Named {
    a = 'x'
  }
  expect(quickCheck(z.object({ a: z.string() }))?.(new Named())).toBe(false)
})
