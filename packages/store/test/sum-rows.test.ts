import { COUNTING_RULES, dayNumber } from '@cchc/domain'
import { expect, test } from 'vitest'
import { SUM_COLUMNS } from '../src/rollup/cell-figures.ts'
import { EventSums } from '../src/rollup/event-sums.ts'
import { subjectKey } from '../src/rollup/subject.ts'
import { addedSums, placedBy } from '../src/rollup/sum-rows.ts'
import type { CountableDossier } from '../src/stored-dossier.ts'

const at = (time: string) => Date.parse(`${time}:00+07:00`)

function dossier(organisationCode: string, receivedAt: number): CountableDossier {
  return {
    source: 'one-stop',
    organisationCode,
    procedureCode: '1.001234',
    fieldCode: null,
    channel: 'direct',
    status: 'processing',
    receivedAt,
    dueAt: null,
    finishedAt: null,
    returnedAt: null,
    pauses: [],
    serviceLevel: null,
  }
}

function sumsOf(dossiers: readonly CountableDossier[]) {
  const sums = new EventSums(COUNTING_RULES, placedBy('half'))
  for (const one of dossiers) sums.add(one, 1)
  const keys = [...sums.subjects()].map(({ subject }) => subjectKey(subject)).sort()
  return addedSums(sums, (subject) => 1 + keys.indexOf(subjectKey(subject)))
}

test('rows come in the order in which they are stored, whatever the order of the dossiers', () => {
  const added = sumsOf([
    dossier('H48.20', at('2022-12-20T08:00')),
    dossier('H48.10', at('2022-03-02T08:00')),
    dossier('H48.20', at('2022-03-01T08:00')),
    dossier('H48.10', at('2022-01-31T08:00')),
  ])
  const keys = [...added.rows].map((row) => row.slice(0, 3).map(String).join(' '))
  const [january, march, december] = ['2022-01-15', '2022-03-01', '2022-12-15'].map(dayNumber)
  expect(keys).toEqual([
    `0 ${january} 1`,
    `0 ${march} 1`,
    `0 ${march} 2`,
    `0 ${december} 2`,
    `1 ${dayNumber('2022-01-01')} 1`,
    `1 ${dayNumber('2022-01-01')} 2`,
    `2 ${dayNumber('2021-12-15')} 1`,
    `2 ${dayNumber('2021-12-15')} 2`,
    `2 ${december} 2`,
  ])
})

test('a row has the sums of each rule, and there is none where nothing is counted', () => {
  const received = at('2022-03-02T08:00')
  const registered = { ...dossier('H48.10', received), status: 'registered' as const }
  const added = sumsOf([dossier('H48.10', received), registered])
  const [half] = [...added.rows]
  const sums = new Map(added.columns.map((column, index) => [column, half?.[3 + index]]))
  expect(SUM_COLUMNS.filter((column) => sums.has(column))).toEqual(added.columns)
  expect(sums.has('btp_07a_payment_total')).toBe(false)
  for (const { id, choices } of COUNTING_RULES) {
    const column = `${id.replaceAll('-', '_')}_received`
    expect(sums.get(column), id).toBe(choices.awaitingReception === 'left-out' ? 1 : 2)
  }
  const taken = new EventSums(COUNTING_RULES, placedBy('half'))
  for (const sign of [1, -1] as const) taken.add(dossier('H48.10', received), sign)
  const none = addedSums(taken, () => 1)
  expect([none.columns, [...none.rows]]).toEqual([[], []])
})
