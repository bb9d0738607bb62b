import { expect, test } from 'vitest'
import { cautionOf, inWords, isAppError, printInForce } from '../src/index.ts'

const limit = (day: string, verified: boolean) => ({ day, verified })
const old = (verified: boolean) => ({
  from: limit('2020-12-15', verified),
  to: limit('2026-07-31', verified),
  successor: 'Biểu 07a/BTP',
})
const ask = (day: string, verified: boolean, anyway = false) =>
  cautionOf({ name: 'II.06a', path: 'template', inForce: old(verified), day, anyway })

test.each(['2020-12-15', '2026-07-31'])('nothing is said within the days in force: %s', (day) => {
  expect(ask(day, true)).toBeUndefined()
  expect(ask(day, false)).toBeUndefined()
})

test.each([
  ['2026-08-01', 'was in force until 31/7/2026; its successor: Biểu 07a/BTP.'],
  ['2020-12-14', 'is in force from 15/12/2020 on only.'],
])(
  'what is certainly out of force on %s is refused with its successor, unless wanted',
  (day, words) => {
    const caught = refusal(() => ask(day, true))
    expect(caught?.message).toContain(words)
    expect(caught?.faults).toMatchObject([{ path: 'template' }])
    expect(inWords(ask(day, true, true) ?? '')).toContain(words)
  },
)

test.each(['2026-08-01', '2020-12-14'])(
  'what is only said to be out of force on %s warns',
  (day) => {
    expect(inWords(ask(day, false) ?? '')).toContain('not held against the text')
  },
)

test('what may be out of force is refused where doubt is no excuse, and the fix names the forms that replace it', () => {
  const inForce = { ...old(false), forms: ['07a-btp', '07a-btp-weekly'] }
  const query = { name: 'II.06a', path: 'template', inForce, unsure: 'refused' } as const
  const after = { ...query, day: '2026-08-01', anyway: false }
  expect(refusal(() => cautionOf(after))?.fix).toContain('Use 07a-btp, 07a-btp-weekly instead')
  expect(refusal(() => cautionOf({ ...after, day: '2020-12-14' }))?.fix).toContain('14/12/2020')
  const before = { ...after, day: '2020-12-14', earlier: ['old'] }
  expect(refusal(() => cautionOf(before))?.fix).toContain('Use old instead')
  expect(inWords(cautionOf({ ...after, anyway: true }) ?? '')).toContain('probably')
})

test('days in force are told with what is not sure of them', () => {
  expect(printInForce(old(false))).toBe(
    'từ ngày 15/12/2020 (chưa đối chiếu văn bản); đến hết ngày 31/7/2026 (chưa đối chiếu văn bản); sau đó: Biểu 07a/BTP',
  )
  expect(printInForce({ from: null, to: null, successor: null })).toBe('')
})

function refusal(ask: () => unknown) {
  try {
    ask()
  } catch (error) {
    if (isAppError(error, 'usage_invalid')) return error
  }
  return undefined
}
