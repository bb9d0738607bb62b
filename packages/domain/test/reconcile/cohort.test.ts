import { expect, test } from 'vitest'
import { countInCohort } from '../../src/reconcile/index.ts'
import { at, evidence, MAY, READING } from './dossiers.ts'

const count = (facts: Parameters<typeof evidence>[1]) =>
  countInCohort(READING, evidence('1', facts), MAY)

const onTime = { received: 1, 'received.direct': 1, onTime: 1 }
const overdue = { received: 1, 'received.direct': 1, overdue: 1 }

test('counts what has become of a dossier by now, also after the period', () => {
  const finishedAt = at('2022-07-01')
  expect(count({})).toEqual({ ...onTime, completed: 1 })
  expect(count({ finishedAt })).toEqual({ ...overdue, completed: 1 })
  expect(count({ finishedAt, dueAt: null })).toEqual({ ...onTime, completed: 1 })
})

test('compares instants, and the last instant of the period for an open dossier', () => {
  const finishedAt = at('2022-05-20', 18)
  expect(count({ finishedAt })).toMatchObject(overdue)
  const open = { finishedAt: null, status: 'processing' } as const
  expect(count({ ...open, dueAt: at('2022-05-31', 17) })).toEqual(overdue)
  expect(count({ ...open, dueAt: at('2022-06-01', 8) })).toEqual(onTime)
})

test('a request for a supplement ends the handling; a second one is late', () => {
  const waiting = { finishedAt: null, status: 'awaiting_supplement' } as const
  const first = { from: at('2022-05-12'), to: null }
  expect(count({ ...waiting, pauses: [first] })).toEqual(onTime)
  const again = [{ from: at('2022-05-11'), to: at('2022-05-11', 13) }, first]
  expect(count({ ...waiting, pauses: again })).toEqual(overdue)
})

test('the time waited is taken off the end', () => {
  const finishedAt = at('2022-05-22', 12)
  const pauses = [{ from: at('2022-05-12'), to: at('2022-05-15') }]
  expect(count({ finishedAt })).toMatchObject(overdue)
  expect(count({ finishedAt, pauses })).toMatchObject(onTime)
})

test('keeps online figures and an unstated channel apart', () => {
  expect(count({ channel: 'online' })).toEqual({
    received: 1,
    'received.online': 1,
    onTime: 1,
    'onTime.online': 1,
    completed: 1,
  })
  expect(count({ channel: null })).toMatchObject({ 'received.unknown': 1 })
})

test('leaves out what was refused at reception or received in other days', () => {
  expect(count({ status: 'refused_at_reception', finishedAt: null })).toEqual({})
  expect(count({ receivedAt: at('2022-04-30', 23) })).toEqual({})
  expect(count({ receivedAt: at('2022-06-01', 0) })).toEqual({})
  expect(count({ receivedAt: null })).toEqual({})
})
