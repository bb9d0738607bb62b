import { expect, test } from 'vitest'
import { answerIn, type FactFields, factFieldNames, factsIn, paymentIn } from '../src/index.ts'
import { mapEach, unreadableReason } from '../src/map-each.ts'
import { parsePortalTime } from '../src/vietnam-time.ts'

const time = (value: unknown) => parsePortalTime(String(value))
const FIELDS: FactFields = {
  handedInAt: 'submitted',
  receivingOrganisation: 'taken.code',
  apology: 'letter',
  payment: 'fee.way',
}

test('facts are read where the configuration says, and nothing else of the row', () => {
  const row = {
    submitted: '05/08/2026 08:30:00',
    taken: { code: '000.00.03.H99', name: 'CANARY' },
    letter: 'Có',
    fee: { way: 'Chuyển khoản' },
    outsideArea: true,
  }
  expect(factsIn(row, FIELDS, { time })).toEqual({
    facts: {
      handedInAt: Date.parse('2026-08-05T08:30:00+07:00'),
      receivingOrganisation: 'H99.03',
      apology: true,
      payment: 'direct',
    },
  })
  expect(factFieldNames(FIELDS)).toEqual(['submitted', 'taken', 'letter', 'fee'])
})

test('what a row does not say is not stated, and never no', () => {
  expect(factsIn({ letter: '', fee: null, taken: {} }, FIELDS, { time })).toEqual({})
  expect(factsIn({ letter: 'Có' }, {}, { time })).toEqual({})
})

test('a row whose answer nobody knows is refused there, without what it says', () => {
  const { unreadable } = mapEach([{ letter: 'CANARY' }], (row) => factsIn(row, FIELDS, { time }))
  expect(unreadableReason(unreadable[0])).toMatchObject({ path: 'facts.apology' })
  expect(JSON.stringify(unreadableReason(unreadable[0]))).not.toContain('CANARY')
})

test.each([
  ['Có', true],
  ['đã gửi', true],
  ['x', true],
  ['1', true],
  ['Không', false],
  ['Chưa có', false],
  ['false', false],
  ['', null],
  ['Có thư xin lỗi', true],
  ['có thể', undefined],
  ['Nguyễn', undefined],
])('%j is the answer %s', (written, answer) => {
  expect(answerIn(written)).toBe(answer)
})

test.each([
  ['Thanh toán trực tuyến', 'online'],
  ['1', 'online'],
  ['Tiền mặt', 'direct'],
  ['Trực tiếp tại quầy', 'direct'],
  ['2', 'direct'],
  ['Miễn phí', 'none'],
  ['Không phải nộp phí', 'none'],
  ['Chưa thanh toán', null],
  ['', null],
  ['Đã thanh toán', undefined],
])('fees %j are paid %s', (written, payment) => {
  expect(paymentIn(written)).toBe(payment)
})
