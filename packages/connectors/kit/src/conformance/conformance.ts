import { afterAll, beforeAll, describe, test } from 'vitest'
import type { z } from 'zod'
import type { HttpConnector } from '../contract/connector.ts'
import type { Streams } from '../contract/stream.ts'
import type { HttpSource } from '../http-limits.ts'
import { Bench } from './bench.ts'
import { casesOf } from './cases.ts'
import type { ConformanceOptions } from './options.ts'

export type { ConformanceOptions } from './options.ts'

/**
 * Declares the test suite that every connector must pass: what it declares is true, its streams are whole and resume,
 * and faults of the portal, moving lists, stops, secrets and personal data are dealt with as the hub promises. A check
 * that fails says what was expected, what came and what to do.
 *
 * @example testConnector(cityPermits, { config, handlers, now: Date.UTC(2023, 0, 1), holds: { permits: { count: 3, samples } }, personal: ['owner'] })
 */
export function testConnector<C extends z.ZodType<HttpSource>, S extends Streams>(
  connector: HttpConnector<C, S>,
  options: ConformanceOptions<C, S>,
): void {
  const bench = new Bench(connector as unknown as HttpConnector, options as ConformanceOptions)
  const bySubject = Map.groupBy(casesOf(bench), ({ subject }) => subject)
  describe(`connector ${connector.id}`, () => {
    beforeAll(() => bench.start())
    afterAll(() => bench.stop())
    for (const [subject, cases] of bySubject) {
      describe(subject, () => {
        for (const { name, run } of cases) test(name, run)
      })
    }
  })
}
