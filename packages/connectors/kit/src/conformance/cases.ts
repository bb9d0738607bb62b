import type { StreamSpec } from '../contract/stream.ts'
import type { Bench, Subject } from './bench.ts'
import { BROKEN_ROW_CHECKS } from './broken-row-checks.ts'
import { type Check, sentenceOf } from './check.ts'
import { CURSOR_CHECKS } from './cursor-checks.ts'
import { DECLARATION_CHECKS, FACT_CHECKS } from './declaration-checks.ts'
import { DRIFT_CHECKS } from './drift-checks.ts'
import { FAULT_CHECKS } from './fault-checks.ts'
import { LATER_CHECKS } from './later-checks.ts'
import { LOGIN_CHECKS } from './login-checks.ts'
import { PAGING_CHECKS } from './paging-checks.ts'
import { QUEUE_CHECKS } from './queue-checks.ts'
import { RECORD_CHECKS } from './record-checks.ts'
import { REMOVAL_CHECKS } from './removal-checks.ts'
import { SECRECY_CHECKS } from './secrecy-checks.ts'
import { WAITING_CHECKS } from './waiting-checks.ts'
import { WINDOW_CHECKS } from './window-checks.ts'

/** All promises of a connector, each with its own name. */
export const CHECKS: readonly Check[] = [
  ...FACT_CHECKS,
  ...DECLARATION_CHECKS,
  ...RECORD_CHECKS,
  ...QUEUE_CHECKS,
  ...CURSOR_CHECKS,
  ...LATER_CHECKS,
  ...WINDOW_CHECKS,
  ...PAGING_CHECKS,
  ...REMOVAL_CHECKS,
  ...FAULT_CHECKS,
  ...WAITING_CHECKS,
  ...LOGIN_CHECKS,
  ...BROKEN_ROW_CHECKS,
  ...DRIFT_CHECKS,
  ...SECRECY_CHECKS,
]

/** One check of one subject; `run` throws the sentence that tells what is wrong. */
export interface ConformanceCase {
  readonly subject: string
  readonly name: string
  run(): Promise<void>
}

/** Everything that is looked at in a connector. */
export function casesOf(bench: Bench): ConformanceCase[] {
  const streams = bench.streams
  const subjects: Readonly<Record<Check['of'], readonly Subject[]>> = {
    connector: [{ name: bench.connector.id }],
    action: [...bench.checks, ...streams, ...bench.lookups],
    stream: streams,
    lookup: bench.lookups,
  }
  return CHECKS.flatMap((check) =>
    subjects[check.of]
      .filter(({ spec }) => check.applies?.(spec as StreamSpec) ?? true)
      .map((subject) => caseOf(bench, check, subject)),
  )
}

/** The same of a connector of another kind, whose streams have no lookups and no checks of their own. */
export function casesOfKind<
  B extends { readonly id: string; readonly streams: readonly Subject[] },
>(bench: B, checks: readonly Check<B>[]): ConformanceCase[] {
  return checks.flatMap((check) =>
    (check.of === 'connector' ? [{ name: bench.id }] : bench.streams)
      .filter(({ spec }: Subject) => check.applies?.(spec as StreamSpec) ?? true)
      .map((subject) => caseOf(bench, check, subject)),
  )
}

function caseOf<B>(bench: B, check: Check<B>, subject: Subject): ConformanceCase {
  return {
    subject: subject.name,
    name: check.name,
    async run() {
      const finding = await check.run(bench, subject)
      if (finding) throw new Error(sentenceOf(check, subject, finding))
    },
  }
}
