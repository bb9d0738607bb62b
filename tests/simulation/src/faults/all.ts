import type { Attempt } from '@cchc/connector-kit'
import { type Message, say } from '@cchc/domain'
import type { Fault } from './define-fault.ts'

const failed = (reason: Message): Attempt => ({ kind: 'failed', reason })

function answered(status: number, headers: Record<string, string>, body: string): Attempt {
  return { kind: 'answered', answer: { status, headers, body: Buffer.from(body) } }
}

const HTML = { 'content-type': 'text/html; charset=utf-8' }

/** Every way in which an exchange goes wrong. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'stall',
    sentence: 'The portal takes the request and never answers.',
    async spoil({ sleep, timeoutMs }) {
      await sleep(timeoutMs)
      return failed(say('no answer in time'))
    },
  },
  {
    name: 'slow',
    sentence: 'The answer comes just before the hub gives up.',
    async spoil({ sleep, timeoutMs, answer }) {
      await sleep(timeoutMs - 1)
      return answer()
    },
  },
  {
    name: 'throttle',
    sentence: 'HTTP 429 with Retry-After in seconds, sometimes longer than a run waits.',
    async spoil({ random }) {
      return answered(429, { 'retry-after': String(random.pick([1, 20, 7200])) }, 'slow down')
    },
  },
  {
    name: 'throttle-until',
    sentence: 'HTTP 429 with Retry-After as a date, sometimes one that is over.',
    async spoil({ random, now }) {
      const until = new Date(now + random.pick([-5000, 3000, 40_000])).toUTCString()
      return answered(429, { 'retry-after': until }, 'slow down')
    },
  },
  {
    name: 'unavailable',
    sentence: 'A proxy answers 503 while the portal restarts.',
    spoil: async () => answered(503, HTML, '<html><body><h1>503</h1></body></html>'),
  },
  {
    name: 'refused-connection',
    sentence: 'Nobody listens while the portal restarts.',
    spoil: async () => failed(say('ECONNREFUSED')),
  },
  {
    name: 'lost-connection',
    sentence: 'The connection breaks in the middle of the body.',
    spoil: async () => failed(say('connection lost')),
  },
  {
    name: 'cut-body',
    sentence: 'A proxy hands out half of the body and calls it whole.',
    async spoil({ answer }) {
      const attempt = await answer()
      if (attempt.kind !== 'answered') return attempt
      const { body } = attempt.answer
      const half = body.subarray(0, body.byteLength >> 1)
      return { kind: 'answered', answer: { ...attempt.answer, body: half } }
    },
  },
  {
    name: 'html',
    sentence: 'The page of a firewall, with HTTP 200.',
    spoil: async () => answered(200, HTML, '<!DOCTYPE html><html><body>Bảo trì</body></html>'),
  },
  {
    name: 'empty-body',
    sentence: 'HTTP 200 without a body.',
    spoil: async () => answered(200, { 'content-type': 'application/json' }, ''),
  },
  {
    name: 'expired-session',
    sentence: 'The portal has forgotten who is asking.',
    spoil: ({ answer }) => answer(true),
  },
]
