import { inWords, type MessageValue } from '@cchc/domain'
import { z } from 'zod'
import { Coverage } from './coverage-shape.ts'
import { type AuditResult, DEFECT_KINDS, type Finding } from './finding.ts'
import { AuditedHead } from './meaning/audited-report.ts'
import { AUDIT_VIETNAMESE, inVietnamese } from './phrases.ts'

const PrintedAlone = z.object({
  rule: z.string(),
  kind: z.int().min(1),
  severity: z.enum(['error', 'warning']),
  printed: z.string(),
  expected: z.string(),
  explanation: z.string(),
  cells: z
    .array(z.string())
    .optional()
    .describe('The cells that it is about, the one to look at first; absent = none is known'),
  quote: z.string().optional().describe('The words of the text that it is about'),
  rows: z.array(z.object({ line: z.int(), code: z.string(), label: z.string() })),
  mends: z
    .array(
      z.object({
        cell: z.string().optional(),
        line: z.int(),
        printed: z.string(),
        expected: z.string(),
      }),
    )
    .optional()
    .describe(
      'The only figures whose change satisfies all that they break; an empty one does not follow',
    ),
})

/** A finding in words; `kind` is the number of its kind. */
export const PrintedFinding = PrintedAlone.extend({
  consequences: z
    .array(PrintedAlone)
    .optional()
    .describe('What is found only because of these figures; it is not told beside'),
})
export type PrintedFinding = z.output<typeof PrintedFinding>

/** An audit's answer in words. */
export const PrintedAudit = z.object({
  report: AuditedHead,
  checked: z.int().min(0),
  compared: z.int().min(0).optional(),
  findings: z.array(PrintedFinding),
  coverage: Coverage,
})
export type PrintedAudit = z.output<typeof PrintedAudit>

/** Puts an audit's answer into Vietnamese words, for a document that programs and officials read. */
export function printAudit({ findings, ...result }: AuditResult): PrintedAudit {
  return { ...result, findings: findings.map(printFinding) }
}

function printFinding({ consequences, ...finding }: Finding): PrintedFinding {
  const beneath = consequences?.map(printAlone)
  const { rows, ...told } = printAlone(finding)
  return { ...told, ...(beneath && { consequences: beneath }), rows }
}

function printAlone({ cells, rows, mends, consequences: _, ...finding }: Finding) {
  return {
    ...finding,
    kind: DEFECT_KINDS[finding.kind].number,
    printed: text(finding.printed),
    expected: text(finding.expected),
    explanation: inVietnamese(finding.explanation),
    ...(cells && { cells: [...cells] }),
    ...(mends && { mends: [...mends] }),
    rows: [...rows],
  }
}

function text(value: MessageValue): string {
  return typeof value === 'object' ? inWords(value, AUDIT_VIETNAMESE) : String(value)
}
