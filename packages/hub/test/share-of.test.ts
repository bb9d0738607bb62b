import { HttpLimits } from '@cchc/connector-kit'
import { describe, expect, test } from 'vitest'
import { shareOf } from '../src/sources/share-of.ts'

describe('the shares of what a source may be asked', () => {
  test.each([
    { of: 1, spent: 0 },
    { of: 3, spent: 0 },
    { of: 4, spent: 1_001 },
    { of: 2, spent: 5_000 },
  ])('of $of are together no more than all of it', ({ of, spent }) => {
    const http = HttpLimits.parse({ requestsPerSecond: 6, concurrency: 5, maxRequests: 4_000 })
    const { requestsPerSecond, concurrency, maxRequests } = shareOf(http, { of, spent })
    expect((requestsPerSecond ?? 0) * of).toBeCloseTo(6)
    expect(concurrency * of).toBeLessThanOrEqual(5)
    expect(concurrency).toBeGreaterThan(0)
    expect(maxRequests * of).toBeLessThanOrEqual(Math.max(0, 4_000 - spent))
    expect(maxRequests * of).toBeGreaterThan(Math.max(0, 4_000 - spent) - of)
  })

  test('leave a rate alone that is none', () => {
    const http = HttpLimits.parse({})
    expect(shareOf(http, { of: 2, spent: 0 })).toEqual({
      ...http,
      concurrency: 1,
      maxRequests: 50_000,
    })
  })
})
