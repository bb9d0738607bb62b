import type { CheckResult } from '@cchc/hub/developing/test-package'
import type { Invocation } from '../../command-context.ts'
import { type FormatOption, printListing } from '../../output/listing.ts'

/** The checks of a connector: part by part for people, with what failed below, one by one for programs. */
export async function printChecks(
  invocation: Invocation<FormatOption>,
  checks: readonly CheckResult[],
): Promise<void> {
  const { terminal, options, messages } = invocation
  const { columns, passed, failed, proven } = messages.connector
  if (options.format !== 'table') {
    return printListing(invocation, {
      rows: checks,
      document: { items: checks },
      columns: [
        { title: columns.connector, show: ({ connector }) => connector },
        { title: columns.part, show: ({ subject }) => subject },
        { title: columns.check, show: ({ check }) => check },
        { title: columns.result, show: (one) => (one.passed ? passed : failed) },
        { title: columns.told, show: ({ told }) => told ?? '' },
      ],
    })
  }
  await printListing(invocation, {
    rows: [...Map.groupBy(checks, ({ subject }) => subject)],
    document: undefined,
    columns: [
      { title: columns.part, show: ([subject]) => subject, flexible: true },
      { title: passed, show: ([, own]) => String(goodOf(own)), right: true },
      { title: failed, show: ([, own]) => String(own.length - goodOf(own)), right: true },
    ],
  })
  for (const one of checks) {
    if (one.told !== null) terminal.note(`${one.subject}: ${one.check}: ${one.told}`)
  }
  for (const [connector, own] of Map.groupBy(checks, (one) => one.connector)) {
    terminal.note(proven(connector, goodOf(own), own.length - goodOf(own)))
  }
}

function goodOf(checks: readonly CheckResult[]): number {
  return checks.filter(({ passed }) => passed).length
}
