import { describe, expect, it } from 'vitest'
import { Answers } from '../src/mixed/answers.ts'
import { courseOf } from '../src/mixed/memory.ts'
import { bodyOf, sendingPortal } from '../src/mixed/sending-portal.ts'
import { brokenPromises } from '../src/mixed/verdict.ts'

const health = { probes: 1000, failed: 0, worst: 100, most: 20, late: 0 }
const steady = { largest: 210, mean: 200, megabytesPerHour: 20 }

describe('the course of memory', () => {
  it('is the line through the second half of the samples', () => {
    const filling = [0, 10, 20].map((seconds) => ({ seconds, megabytes: seconds * 10 }))
    const rising = [30, 40, 50].map((seconds) => ({ seconds, megabytes: 200 + seconds / 10 }))
    const course = courseOf([...filling, ...rising])
    expect(course.megabytesPerHour).toBeCloseTo(360)
    expect([course.largest, course.mean]).toEqual([205, 204])
  })
})

it('a body that is sent is understood by its connector, and is another one in each round', () => {
  const spec = sendingPortal.streams.dossiers
  const config = sendingPortal.config.parse({ key: 'x'.repeat(16) })
  const versions = [1, 2].map((round) => {
    const pushed = { body: bodyOf(3, round), contentType: 'application/json' }
    const { records } = sendingPortal.receive(pushed, config)
    return records.map((record) => spec.record.parse(record).version)
  })
  expect(versions.map(({ length }) => length)).toEqual([3, 3])
  expect(versions[0]?.[0]).toBeLessThan(versions[1]?.[0] ?? 0)
})

describe('what was promised', () => {
  it('holds at its limits', () => {
    expect(brokenPromises({ health, wrong: 0, memory: { gateway: steady } })).toEqual([])
  })

  it('is broken by wrong answers, failed and slow probes, and memory that grows', () => {
    const broken = brokenPromises({
      health: { ...health, failed: 2, worst: 101 },
      wrong: 3,
      memory: { gateway: steady, worker: { ...steady, megabytesPerHour: 21 } },
    })
    expect(broken).toEqual([
      '3 requests were answered wrongly or not at all',
      '2 probes of /health failed',
      '/health took 101 ms at worst',
      'the memory of worker grows by 21 MB an hour',
    ])
  })

  it('takes for wrong what neither answers nor says when to come again', () => {
    const answers = new Answers()
    for (const status of ['200', '202', '304', '409', '409 later', '503 later'])
      answers.count('good', status)
    expect(answers.wrong).toBe(0)
    for (const status of ['400', '429 later', '500', '503', 'error']) answers.count('bad', status)
    expect(answers.wrong).toBe(5)
    expect(answers.table.bad).toMatchObject({ '500': 1 })
  })
})
