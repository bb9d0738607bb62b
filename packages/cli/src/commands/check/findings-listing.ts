import { type AuditResult, DEFECT_KINDS, type PrintedFinding, printAudit } from '@cchc/hub/check'
import type { CommandContext } from '../../command-context.ts'
import type { Listing } from '../../output/listing.ts'
import { lineRanges } from './finding-text.ts'

/** The findings of an audit, one a line. */
export function findingsListing(
  result: AuditResult,
  { messages, language }: Pick<CommandContext, 'messages' | 'language'>,
): Listing<PrintedFinding> {
  const { columns, ...check } = messages.check
  const document = printAudit(result)
  const kinds = new Map(Object.values(DEFECT_KINDS).map((kind) => [kind.number as number, kind]))
  return {
    rows: document.findings,
    document,
    columns: [
      {
        title: columns.severity,
        show: ({ severity }) => check[severity],
        plain: ({ severity }) => severity,
      },
      {
        title: columns.kind,
        show: ({ kind }) => kinds.get(kind)?.[language] ?? `${kind}`,
        plain: ({ kind }) => `${kind}`,
      },
      { title: columns.rule, show: ({ rule }) => rule },
      { title: columns.rows, show: ({ rows }) => lineRanges(rows) },
      { title: columns.sentence, show: ({ explanation }) => explanation, flexible: true },
    ],
    csvColumns: [
      { title: columns.printed, show: ({ printed }) => printed },
      { title: columns.expected, show: ({ expected }) => expected },
    ],
  }
}
