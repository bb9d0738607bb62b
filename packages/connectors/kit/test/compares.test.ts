import { ConfigError, inWords, PortalFigure } from '@cchc/domain'
import type { PortalComparison } from '@cchc/domain/reconcile'
import { expect, test } from 'vitest'
import { comparisonGaps } from '../src/conformance/comparison-gaps.ts'
import { defineConnector, HttpSource } from '../src/index.ts'

const comparison: PortalComparison = {
  name: 'Cổng thành phố',
  rule: 'tt01-2020',
  counts: 'row',
  periods: ['quarter'],
  organisations: 'with-all-below',
  dossiers: 'others',
  figures: { 'city.taken': 'received', 'city.late': 'resolvedLate' },
  causes: ['late_synchronisation'],
}

function cityPortal(change: object = {}) {
  return defineConnector({
    kind: 'http',
    id: 'city-portal',
    version: '0.1.0',
    title: 'Cổng thành phố',
    config: HttpSource,
    streams: {
      figures: {
        entity: 'portal-figure',
        record: PortalFigure,
        key: ['measure'],
        deletes: 'never',
      },
    },
    compares: [{ ...comparison, ...change } as PortalComparison],
    open: () => ({ figures: { read: async function* () {} } }),
    check: async () => undefined,
  })
}

function figure(measure: string, from = '2022-04-01', to = '2022-06-30'): PortalFigure {
  const organisation = { organisationCode: 'H99', organisationName: 'UBND tỉnh' }
  return { ...organisation, from, to, measure, value: 1, quality: null, provisional: false }
}

test.each([
  ['a rule that nobody knows', { rule: 'tt99' }, '0.rule', '"qd766-2022"'],
  [
    'a measure that does not exist',
    { figures: { 'city.taken': 'receivd' } },
    '0.figures.city.taken',
    '"received"',
  ],
  [
    'a figure that the rule does not count',
    { figures: { 'city.waiting': 'waiting' } },
    '0.figures.city.waiting',
    'is not counted by rule tt01-2020: waiting',
  ],
  ['a cause that sums of rows cannot show', { causes: ['null_channel'] }, '0.causes.0', ''],
  [
    'half a share',
    { scores: { 'city.score': { numerator: 'city.late' } } },
    '0.scores.city.score.denominator',
    'missing',
  ],
  ['no figures', { figures: {} }, '0.figures', 'names no figure'],
  ['a cohort without answers', { counts: 'cohort' }, '0.answers', 'is missing'],
])('a connector with %s is refused when it is declared', (_, change, path, said) => {
  const refused = refusalOf(() => cityPortal(change))
  expect(refused?.message).toBe('Connector city-portal cannot compare figures as it declares')
  expect(refused?.faults.map((fault) => fault.path)).toContain(path)
  expect(refused?.faults.map(({ message }) => inWords(message)).join()).toContain(said)
})

function refusalOf(declare: () => unknown): ConfigError | undefined {
  try {
    declare()
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown
    throw thrown
  }
  return undefined
}

test('what is declared has to be read', () => {
  const read = [figure('city.taken'), figure('city.late')]
  expect(comparisonGaps(cityPortal(), read)).toEqual([])
  expect(comparisonGaps(cityPortal(), read.slice(0, 1))).toEqual([
    'Cổng thành phố: no stream reads city.late',
  ])
  const year = figure('city.late', '2022-01-01', '2022-12-31')
  expect(comparisonGaps(cityPortal(), [...read.slice(0, 1), year])).toEqual([
    'Cổng thành phố: no quarter is read of city.late',
  ])
  expect(comparisonGaps(cityPortal({ dossiers: 'own' }), read)).toEqual([
    'Cổng thành phố: counts its own dossiers, and no stream reads them',
  ])
})
