import { expect, test } from 'vitest'
import { brokenIdentities, Dossier, PortalFigure, vietnamInstant } from '../src/index.ts'

import { sampleDossier } from './sample-dossier.ts'

const at = (day: number, hour = 0) => vietnamInstant({ year: 2022, month: 9, day, hour })

const facts = sampleDossier({
  code: '000.00.53.H48-220921-0099',
  procedureCode: '1.004875',
  organisationCode: 'H48.53',
  status: 'finished',
  statusReceived: '9',
  receivedAt: at(21, 8),
  finishedAt: at(21, 9),
  version: 0,
})

test('only counting facts pass: whatever else a portal sends is dropped', () => {
  const dossier = Dossier.parse({ ...facts, chuHoSo: 'CANARY', soDinhDanh: 'CANARY' })
  expect(dossier).toEqual(facts)
})

test.each([
  ['finishedAt', { finishedAt: at(20) }],
  ['code', { code: 'Nguyễn Văn A' }],
  ['procedureCode', { procedureCode: '1.004875.H48' }],
  ['organisationCode', { organisationCode: '000.00.53.H48' }],
  ['receivedAt', { receivedAt: 1_663_722_000 }],
  ['version', { version: -1 }],
])('a dossier with a wrong %s is refused there', (field, change) => {
  const result = Dossier.safeParse({ ...facts, ...change })
  expect(result.error?.issues.map((issue) => issue.path[0])).toEqual([field])
})

test('a row of a portal that breaks identities is reported with both sides', () => {
  const row = {
    receivedTotal: 10,
    receivedOnline: 4,
    receivedDirectPost: 4,
    carriedOver: 1,
    resolvedTotal: 7,
    resolvedEarly: 3,
    resolvedOnTime: 3,
    resolvedLate: 0,
    pendingTotal: 3,
    pendingWithin: 1,
    pendingOverdue: 1,
  }
  expect(brokenIdentities(row)).toEqual([
    { name: '(3)=(4)+(5)+(6)', left: 10, right: 9 },
    { name: '(7)=(8)+(9)+(10)', left: 7, right: 6 },
    { name: '(11)=(12)+(13)', left: 3, right: 2 },
  ])
  expect(brokenIdentities({ ...row, resolvedTotal: 6 })).toContainEqual({
    name: '(3)=(7)+(11)',
    left: 10,
    right: 9,
  })
})

test('a figure that a portal leaves blank stays null, not zero', () => {
  const figure = {
    organisationCode: 'H16',
    organisationName: 'UBND tỉnh Đắk Nông',
    from: '2022-01-01',
    to: '2022-12-31',
    measure: 'dvc-progress-tree.totalOnTime',
    value: null,
    quality: null,
    provisional: false,
  }
  expect(PortalFigure.parse(figure).value).toBeNull()
})
