import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { z } from 'zod'
import type { Connector, Streams } from '../contract.ts'
import { BenchPortal, type ConformanceOptions } from './bench-portal.ts'
import { declarationTests } from './declaration-tests.ts'
import { faultTests } from './fault-tests.ts'
import { streamTests } from './stream-tests.ts'

export type { ConformanceOptions } from './bench-portal.ts'

/**
 * Declares the test suite that every connector must pass: what it declares is true, its streams are valid and resume,
 * and faults of the portal, stops, secrets and personal data are dealt with as the hub promises.
 *
 * @example testConnector(cityPermits, { config, baseUrl, handlers: permitHandlers(), now: Date.UTC(2023, 0, 1) })
 */
export function testConnector<C extends z.ZodType, S extends Streams>(
  connector: Connector<C, S>,
  options: ConformanceOptions<C>,
): void {
  const erased = connector as unknown as Connector
  const portal = new BenchPortal(erased, options)
  const { canary = 'CANARY', now } = options
  describe(`connector ${connector.id}`, () => {
    beforeAll(() => portal.server.listen({ onUnhandledFrame: 'error' }))
    afterEach(() => portal.server.resetHandlers())
    afterAll(() => portal.server.close())
    describe('declares', () => declarationTests(erased, portal))
    describe('on a portal in good health', () => streamTests(erased, { portal, canary }))
    describe('on a portal that is not well', () => faultTests(erased, { portal, now, canary }))
  })
}
