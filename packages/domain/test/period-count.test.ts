import { describe, expect, test } from 'vitest'
import { PaymentCount, PetitionCount } from '../src/index.ts'

const days = {
  organisationCode: 'H99',
  organisations: 'alone',
  from: '2022-03-01',
  to: '2022-03-14',
  provisional: false,
}
const petitions = { ...days, about: 'all', counts: { received: 3, onTime: 2 } }
const payments = { ...days, counts: { due: 3, paidOnline: 3, amountOnline: 450_000 } }

describe('counts of days', () => {
  test('hold nothing but counts: names and contents are dropped', () => {
    const personal = { sender: 'Nguyễn Văn An', content: 'Kính gửi' }
    const counts = { ...petitions.counts, phone: '0900000001' }
    expect(PetitionCount.parse({ ...petitions, ...personal, counts })).toEqual(petitions)
    expect(PaymentCount.parse({ ...payments, ...personal })).toEqual(payments)
  })

  test('that are not stated are left out', () => {
    expect(PetitionCount.parse({ ...petitions, counts: {} }).counts).toEqual({})
    expect(PetitionCount.safeParse({ ...petitions, counts: { received: null } }).success).toBe(
      false,
    )
  })

  test.each([
    [PetitionCount, { ...petitions, counts: { received: 1, onTime: 2 } }, 'counts.onTime'],
    [PetitionCount, { ...petitions, to: '2022-02-28' }, 'to'],
    [PetitionCount, { ...petitions, about: 'staff' }, 'about'],
    [PaymentCount, { ...payments, counts: { due: 1, paidOnline: 2 } }, 'counts.paidOnline'],
    [PaymentCount, { ...payments, counts: { amountOnline: -1 } }, 'counts.amountOnline'],
    [PaymentCount, { ...payments, to: '2022-02-28' }, 'to'],
  ])('%#: what cannot be is refused by its field', (schema, value, path) => {
    const { error } = schema.safeParse(value)
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })
})
