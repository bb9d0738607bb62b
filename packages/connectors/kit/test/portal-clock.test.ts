import { expect, it } from 'vitest'
import { createHttp } from '../src/index.ts'

const NOW = Date.parse('2026-03-02T08:00:00Z')
const HOUR_MS = 3_600_000
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined }
const dated = (instant: number) => ({ date: new Date(instant).toUTCString() })

/** The difference that a client has seen after so many answers, each of which took `tookMs`. */
async function seen(
  answers: readonly { readonly status?: number; readonly headers: Record<string, string> }[],
  tookMs = 0,
) {
  let now = NOW
  const left = answers.map(({ status = 200, headers }) => ({ status, headers }))
  const http = createHttp({
    baseUrl: 'http://portal.example',
    signal: new AbortController().signal,
    log: silent,
    now: () => now,
    sleep: async () => undefined,
    transport: async () => {
      now += tookMs
      const { status = 200, headers = {} } = left.shift() ?? {}
      return { kind: 'answered', answer: { status, headers, body: new Uint8Array() } }
    },
  })
  for (const { status = 200 } of answers)
    if (status === 200) await http.read({ url: '/' }, () => undefined)
  return http.clockDifference()
}

it.each([
  ['before', -400 * 24 * HOUR_MS, { earlierMs: 400 * 24 * HOUR_MS, laterMs: 0 }],
  ['after', 3 * HOUR_MS, { earlierMs: 0, laterMs: 3 * HOUR_MS }],
  ['at', 0, { earlierMs: 0, laterMs: 0 }],
])('an answer that is dated %s what the machine shows is noticed', async (_, ms, difference) => {
  expect(await seen([{ headers: dated(NOW + ms) }])).toEqual(difference)
})

it('an answer is dated while it is waited for: only what lies outside counts', async () => {
  expect(await seen([{ headers: dated(NOW + HOUR_MS) }], 2 * HOUR_MS)).toEqual({
    earlierMs: 0,
    laterMs: 0,
  })
})

it('answers that differ are told by the furthest of them', async () => {
  const answers = [0, -5, 7, -2].map((hours) => ({ headers: dated(NOW + hours * HOUR_MS) }))
  expect(await seen(answers)).toEqual({ earlierMs: 5 * HOUR_MS, laterMs: 7 * HOUR_MS })
})

it.each([
  {},
  { date: '' },
  { date: 'now' },
  { date: '2020-01-01T00:00:00Z' },
  { date: 'Sun, 01 Jan 2023 00:00:00 +0700' },
  { date: 'x'.repeat(100_000) },
  { ...dated(NOW - 5 * HOUR_MS), age: '18000' },
])('%j says nothing', async (headers) => {
  expect(await seen([{ headers }])).toEqual({ earlierMs: 0, laterMs: 0 })
})

it('nor does a page in front of the portal that answers for it', async () => {
  const answers = [{ status: 503, headers: dated(0) }, { headers: dated(NOW) }]
  expect(await seen(answers)).toEqual({ earlierMs: 0, laterMs: 0 })
})
