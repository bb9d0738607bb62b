import { describe, expect, test } from 'vitest'
import {
  btp07a,
  Dossier,
  type DossierFacts,
  dayNumber,
  tt01,
  vietnamInstant,
} from '../../src/index.ts'
import { sampleDossier } from '../sample-dossier.ts'
import { at, eventsOf, open } from './cases.ts'
import { tallied } from './dossiers.ts'

const JANUARY = [dayNumber('2023-01-01'), dayNumber('2023-01-31')] as const

/** The figures beside the row of dossiers that are late and of which these facts are stated. */
function extrasOf(facts: readonly (DossierFacts | undefined)[], ended = true) {
  const dossiers = facts.map((one) => ({
    ...open,
    facts: one,
    ...(ended && { finishedAt: at(12) }),
  }))
  return tallied(btp07a, dossiers, JANUARY).extras(btp07a)
}

describe('figures of facts', () => {
  test('are counted where every dossier states them', () => {
    const stated = { outsideArea: false, apology: true, payment: 'online', receipt: true } as const
    expect(extrasOf([stated, { ...stated, outsideArea: true, payment: 'none' }])).toMatchObject({
      receivedOutsideArea: 1,
      receivedInsideArea: 1,
      resolvedLateApologised: 2,
      resolvedLateNotApologised: 0,
      pendingOverdueApologised: 0,
      paymentTotal: 1,
      paymentOnline: 1,
      paymentDirect: 0,
      paymentNone: 1,
      receipts: 1,
      receiptsMissing: 0,
    })
  })

  test.each([
    ['area', { outsideArea: true }, ['receivedOutsideArea', 'receivedInsideArea']],
    ['apology', { apology: true }, ['resolvedLateApologised', 'resolvedLateNotApologised']],
    [
      'payment',
      { payment: 'direct', receipt: true },
      ['paymentTotal', 'paymentDirect', 'receipts'],
    ],
    ['receipt', { receipt: true }, ['receipts', 'receiptsMissing']],
  ] as const)(
    'of %s are not known, and not zero, where one dossier says nothing',
    (_, one, figures) => {
      const all: DossierFacts = {
        outsideArea: false,
        apology: false,
        payment: 'online',
        receipt: true,
      }
      const silent = Object.fromEntries(Object.entries(all).filter(([name]) => !(name in one)))
      for (const figure of figures) {
        expect(extrasOf([all, all])).toHaveProperty(figure)
        expect(extrasOf([all, silent])).not.toHaveProperty(figure)
        expect(extrasOf([all, undefined])).not.toHaveProperty(figure)
      }
    },
  )

  test('of dossiers that are overdue are those of the last day', () => {
    expect(extrasOf([{ apology: true }, { apology: false }], false)).toMatchObject({
      pendingOverdueApologised: 1,
      pendingOverdueNotApologised: 1,
      resolvedLateApologised: 0,
    })
    expect(eventsOf(btp07a, { facts: { apology: true }, finishedAt: at(12) })).toContain(
      '+resolvedLateApologised 12',
    )
  })

  test('where nothing is late, nothing has to be stated of apologies', () => {
    const inTime = tallied(btp07a, [{ ...open, finishedAt: at(9) }], JANUARY).extras(btp07a)
    expect(inTime).toMatchObject({ resolvedLateApologised: 0, pendingOverdueNotApologised: 0 })
    expect(inTime).not.toHaveProperty('receivedOutsideArea')
  })
})

describe('the clock of a dossier handed in irrespective of area', () => {
  const on = (day: number, month = 9, hour = 8) => vietnamInstant({ year: 2026, month, day, hour })
  const dossier = {
    ...open,
    receivedAt: on(1),
    dueAt: on(20),
    facts: { outsideArea: true, competentSince: on(4) },
  }
  const receivedOn = (rule: typeof tt01, change = {}) => {
    const days: number[] = []
    rule.count({ ...dossier, ...change }, (measure, day) => {
      if (measure === 'received') days.push(day - dayNumber('2026-08-31'))
    })
    return days
  }

  test('starts with the competent agency, by a rule of late 2026 alone', () => {
    expect(receivedOn(btp07a)).toEqual([4])
    expect(receivedOn(tt01)).toEqual([1])
  })

  test.each([
    ['it was handed in within the area', { facts: { ...dossier.facts, outsideArea: false } }],
    ['nobody says so', { facts: { competentSince: on(4) } }],
    ['nobody says since when', { facts: { outsideArea: true } }],
    ['the law was not yet', { facts: { ...dossier.facts, handedInAt: on(4, 8) } }],
    ['the agency had it before', { facts: { ...dossier.facts, competentSince: on(1, 9, 7) } }],
  ])('starts with receipt where %s', (_, change) => {
    expect(receivedOn(btp07a, change)).toEqual([1])
  })
})

describe('a dossier with facts', () => {
  const facts = sampleDossier({ receivedAt: at(2), finishedAt: at(9), status: 'finished' })

  test.each([
    [{ competentSince: at(10) }, 'finished before the competent agency had it'],
    [
      { handedInAt: at(4), competentSince: at(3) },
      'with the competent agency before it was handed in',
    ],
  ])('is refused where they cannot be', (own, message) => {
    const result = Dossier.safeParse({ ...facts, facts: own })
    expect(result.error?.issues).toMatchObject([{ path: ['facts'], message }])
  })

  test('keeps what is stated and nothing else', () => {
    const own = { apology: false, receivingOrganisation: 'H99.04', chuHoSo: 'CANARY' }
    expect(Dossier.parse({ ...facts, facts: own }).facts).toEqual({
      apology: false,
      receivingOrganisation: 'H99.04',
    })
  })
})
