import { PortalChanged, PortalUnavailable } from '@cchc/domain'
import { expect, test } from 'vitest'
import { parseJson } from '../src/index.ts'

test('parses', () => {
  expect(parseJson({ body: ' {"total": 1} ' })).toEqual({ total: 1 })
})

test.each(['<data/>', 'CANARY', '{"a":CANARY}'])('refuses %s without quoting it', (body) => {
  const action = () => parseJson({ body })
  expect(action).toThrow(PortalChanged)
  expect(action).not.toThrow(/CANARY/)
})

test.each([' <!DOCTYPE html><title>Đăng nhập</title>', '<html lang="vi">'])(
  'takes the web page %s for a portal that may answer later',
  (body) => {
    expect(() => parseJson({ body })).toThrow(PortalUnavailable)
  },
)

test.each(['', '  ', '{"a":[1,2', '[{"a":1},'])('takes %s for a cut answer', (body) => {
  expect(() => parseJson({ body })).toThrow(PortalUnavailable)
})
