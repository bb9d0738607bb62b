import { afterAll, beforeAll, describe, test } from 'vitest'
import type { z } from 'zod'
import type {
  Connector,
  FilesConnector,
  HttpConnector,
  PushConnector,
} from '../contract/connector.ts'
import type { Streams } from '../contract/stream.ts'
import type { FilesSource } from '../files-source.ts'
import type { HttpSource } from '../http-limits.ts'
import type { PushSource } from '../push-source.ts'
import { Bench } from './bench.ts'
import { type ConformanceCase, casesOf, casesOfKind } from './cases.ts'
import { FilesBench } from './files/bench.ts'
import { FILES_CHECKS } from './files/checks.ts'
import type { FilesConformanceOptions } from './files/options.ts'
import type { ConformanceOptions } from './options.ts'
import { PushBench } from './push/bench.ts'
import { PUSH_CHECKS } from './push/checks.ts'
import type { PushConformanceOptions } from './push/options.ts'

export type { FilesConformanceOptions } from './files/options.ts'
export type { ConformanceOptions } from './options.ts'
export type { PushConformanceOptions } from './push/options.ts'
export * from './readings.ts'
export * from './simulated-portal.ts'

/** A check that waits for ever fails; none does because the machine is busy. */
const LIMIT_MS = 180_000

/**
 * Declares the test suite that every connector must pass: what it declares is true, its streams are whole and resume,
 * and faults of the portal, moving lists, stops, secrets and personal data are dealt with as the hub promises. A check
 * that fails says what was expected, what came and what to do. What it is told depends on the kind of the connector.
 *
 * @example testConnector(cityPermits, { config, handlers, now: Date.UTC(2023, 0, 1), holds: { permits: { count: 3, samples } }, personal: ['owner'] })
 */
export function testConnector<C extends z.ZodType<PushSource>, S extends Streams>(
  connector: PushConnector<C, S>,
  options: PushConformanceOptions<C, S>,
): void
export function testConnector<C extends z.ZodType<FilesSource>, S extends Streams>(
  connector: FilesConnector<C, S>,
  options: FilesConformanceOptions<C, S>,
): void
export function testConnector<C extends z.ZodType<HttpSource>, S extends Streams>(
  connector: HttpConnector<C, S>,
  options: ConformanceOptions<C, S>,
): void
export function testConnector(connector: Connector, options: unknown): void {
  describe(`connector ${connector.id}`, () => {
    for (const [subject, cases] of Map.groupBy(declared(connector, options), bySubject)) {
      describe(subject, () => {
        for (const { name, run } of cases) test(name, { timeout: LIMIT_MS }, run)
      })
    }
  })
}

function bySubject({ subject }: ConformanceCase): string {
  return subject
}

/** The options are those of the connector's kind, as the overloads say. */
function declared(connector: Connector, options: unknown): ConformanceCase[] {
  if (connector.kind === 'files') {
    return casesOfKind(new FilesBench(connector, options as FilesConformanceOptions), FILES_CHECKS)
  }
  if (connector.kind === 'push') {
    return casesOfKind(new PushBench(connector, options as PushConformanceOptions), PUSH_CHECKS)
  }
  const bench = new Bench(connector, options as ConformanceOptions)
  beforeAll(() => bench.start())
  afterAll(() => bench.stop())
  return casesOf(bench)
}
