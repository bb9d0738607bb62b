import { AUDIT_NEEDS, AUDIT_RULES, type AuditRule, DEFECT_KINDS } from '@cchc/hub/check'
import type { CommandContext } from '../../command-context.ts'
import type { Listing } from '../../output/listing.ts'

/** What is looked for in a report. */
export function rulesListing({
  messages,
  language,
}: Pick<CommandContext, 'messages' | 'language'>): Listing<AuditRule> {
  const { columns, ...check } = messages.check
  return {
    rows: AUDIT_RULES,
    document: {
      items: AUDIT_RULES.map(({ id, kind, severity, needs, sentence }) => {
        return { id, kind, severity, needs, sentence: sentence[language] }
      }),
    },
    columns: [
      { title: columns.rule, show: ({ id }) => id },
      {
        title: columns.kind,
        show: ({ kind }) => DEFECT_KINDS[kind][language],
        plain: ({ kind }) => kind,
      },
      {
        title: columns.severity,
        show: ({ severity }) => check[severity],
        plain: ({ severity }) => severity,
      },
      {
        title: columns.sentence,
        show: ({ sentence }) => sentence[language].replace(/\{\w+\}/g, '…'),
        plain: ({ sentence }) => sentence[language],
        flexible: true,
      },
    ],
    csvColumns: [
      {
        title: columns.needs,
        show: ({ needs }) => needs.map((need) => AUDIT_NEEDS[need][language]).join(', '),
        plain: ({ needs }) => needs.join(', '),
      },
    ],
  }
}
