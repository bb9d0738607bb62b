import {
  AppError,
  inWords,
  PortalChanged,
  PortalDenied,
  PortalThrottled,
  RunConflict,
  RunInterrupted,
  StoreError,
  say,
} from '@cchc/domain'
import { describe, expect, it } from 'vitest'
import { RunOutcome } from '../src/run-outcome.ts'

const undisturbed = new AbortController().signal
const changed = new PortalChanged(say('HTML for XML'))
const throttled = new PortalThrottled(say('slow down'))
const conflict = new RunConflict(say('another run holds the source'))
const full = new StoreError(say('the disk is full'))

async function outcomeOf(failures: readonly unknown[], signal = undisturbed) {
  const outcome = new RunOutcome(signal)
  for (const failure of failures) await outcome.watch(() => Promise.reject(failure))
  return outcome.result()
}

it('no secret is kept of a failure, whichever run came to know it', async () => {
  const outcome = new RunOutcome(undisturbed, (text) => text.replaceAll('token-1', '***'))
  const fix = say('Ask why {token} was refused.', { token: 'token-1' })
  const denied = new PortalDenied(say('{place}: refused', { place: 'GET /token-1' }), { fix })
  await outcome.watchStream('fields', () => Promise.reject(denied))
  const { error, failures } = outcome.result()
  expect(JSON.stringify([error, failures])).not.toContain('token-1')
  expect(failures[0]).toMatchObject({ message: say('{place}: refused', { place: 'GET /***' }) })
})

describe('of several failures', () => {
  it.each([
    ['the first is told', [changed, new PortalDenied(say('no'))], 'portal_changed', 'failed'],
    ['a limit does not hide it', [changed, throttled], 'portal_changed', 'failed'],
    ['a limit alone makes the run partial', [throttled], 'portal_throttled', 'partial'],
    ['a failing store is graver', [changed, full], 'store_failed', 'failed'],
    ['so is the loss of the source', [changed, conflict], 'run_conflict', 'failed'],
  ])('%s', async (_name, failures, code, status) => {
    expect(await outcomeOf(failures)).toMatchObject({ status, error: { code } })
  })

  it('a stop by a person is graver', async () => {
    const stop = new AbortController()
    const outcome = new RunOutcome(stop.signal)
    await outcome.watch(() => Promise.reject(changed))
    stop.abort()
    await outcome.watch(() => Promise.reject(new TypeError('aborted')))
    expect(outcome.result()).toMatchObject({ status: 'interrupted' })
  })
})

describe('after a stop', () => {
  it.each([
    ['whatever breaks is a consequence', new TypeError('aborted'), 'run_interrupted'],
    ['a failing store is news', full, 'store_failed'],
    ['a lost source is news', conflict, 'run_conflict'],
  ])('%s', async (_name, failure, code) => {
    expect(await outcomeOf([failure], AbortSignal.abort())).toMatchObject({ error: { code } })
  })

  it('that is soft the run is partial, as at a limit', async () => {
    const softly = new RunInterrupted(say('stopped'), { softly: true })
    const outcome = await outcomeOf([new TypeError('aborted')], AbortSignal.abort(softly))
    expect(outcome).toMatchObject({ status: 'partial', error: { code: 'run_interrupted' } })
  })

  it('the reason of the engine itself is kept', async () => {
    const { thrown } = await outcomeOf([new TypeError('aborted')], AbortSignal.abort(conflict))
    expect(thrown).toBe(conflict)
  })
})

describe('the words of a failure', () => {
  const at = (stack: string | undefined) => Object.assign(new RangeError('CANARY'), { stack })

  it.each([
    ['of a foreseen one are kept', new PortalDenied(say('no')), 'no'],
    ['of what is no error are not', 'CANARY', 'An unexpected error'],
    [
      'are the place in a function',
      at('RangeError: CANARY\n    at read (/x/page-reader.ts:3:14)\n'),
      'An unexpected RangeError at page-reader.ts:3',
    ],
    [
      'are the place in a module',
      at('RangeError: CANARY\n    at file:///x/page-reader.mjs:3:14'),
      'An unexpected RangeError at page-reader.mjs:3',
    ],
    [
      'are no place out of the message',
      at('RangeError: CANARY.ts:1:2 is not there\n    at read (/x/a.js:3:14)'),
      'An unexpected RangeError at a.js:3',
    ],
    ['are its kind alone without a place', at('RangeError: CANARY'), 'An unexpected RangeError'],
    ['are its kind alone without a stack', at(undefined), 'An unexpected RangeError'],
  ])('%s', async (_name, failure, message) => {
    const { error } = await outcomeOf([failure])
    expect(error && inWords(error.message)).toBe(message)
  })
})

it('tells what to do about a failure, where somebody knows', async () => {
  const { error } = await outcomeOf([new PortalDenied(say('no'), { fix: say('ask') })])
  expect(error?.fix && inWords(error.fix)).toBe('ask')
  expect((await outcomeOf([new PortalDenied(say('no'))])).error?.fix).toBeNull()
  expect((await outcomeOf([changed])).thrown).toBeInstanceOf(AppError)
})
