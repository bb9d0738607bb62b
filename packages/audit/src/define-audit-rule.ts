import type { BilingualText, MessageValue, NamesIn } from '@cchc/domain'
import type { AuditNeed } from './audit-need.ts'
import type { DefectKind } from './defect-kind.ts'
import type { Example } from './example.ts'
import type { Finding, FindingRow, Severity } from './finding.ts'
import type { AuditContext } from './meaning/audit-context.ts'
import { oncePerReport } from './meaning/once-per-report.ts'

/** What every rule says of itself. */
interface RuleFacts<T extends string> {
  readonly id: string
  readonly kind: DefectKind
  /** What it looks at: it can find something as soon as one of them is given. */
  readonly needs: readonly AuditNeed[]
  /** What it says of a defect, with the values that a finding fills in. */
  readonly sentence: { readonly en: T; readonly vi: string }
  /** What values of the sentence may be. */
  readonly phrases?: readonly BilingualText[]
  /** Rules that have said what is wrong with a row: it is not said again. */
  readonly unless?: readonly AuditRule[]
  /** A report in which the rule finds something, and one as near to it as possible in which it does not. */
  readonly examples: { readonly wrong: Example; readonly right: Example }
}

/** What a rule found: the rows, the first of which is at fault, and the values of its sentence. */
export interface Found<T extends string> {
  readonly rows: readonly FindingRow[]
  readonly printed: MessageValue
  readonly expected: MessageValue
  readonly values: { readonly [Name in NamesIn<T>]: MessageValue }
}

/** A rule that is always as sure, or says with each finding how sure it is. */
type DeclaredRule<T extends string> = RuleFacts<T> &
  (
    | { readonly severity: Severity; find(context: AuditContext): readonly Found<T>[] }
    | { readonly severity: 'either'; find(context: AuditContext): readonly Judged<T>[] }
  )

interface Judged<T extends string> extends Found<T> {
  readonly certain: boolean
}

/** One thing that an audit looks for. */
export interface AuditRule extends RuleFacts<string> {
  readonly severity: Severity | 'either'
  readonly phrases: readonly BilingualText[]
  readonly unless: readonly AuditRule[]
  /** The defects of a report, worked out once. */
  find(context: AuditContext): readonly Finding[]
  /** The rows that these defects are told of. */
  rowsTold(context: AuditContext): ReadonlySet<FindingRow>
}

/** Declares a rule; a value that its English sentence does not name, or one that is missing, does not type-check. */
export function defineAuditRule<const T extends string>(declared: DeclaredRule<T>): AuditRule {
  const { id, kind, sentence, phrases = [], unless = [] } = declared
  const found = oncePerReport((context) =>
    judged(declared, context).filter(
      ({ rows: [first] }) => !first || !unless.some((rule) => rule.rowsTold(context).has(first)),
    ),
  )
  return Object.freeze({
    ...declared,
    phrases,
    unless,
    find: oncePerReport((context) =>
      found(context).map(
        ({ rows, printed, expected, values, certain }): Finding => ({
          rule: id,
          kind,
          severity: certain ? 'error' : 'warning',
          printed,
          expected,
          explanation: { template: sentence.en, values },
          rows: rows.map(({ line, code, label }) => ({ line, code, label })),
        }),
      ),
    ),
    rowsTold: oncePerReport((context) => new Set(found(context).flatMap(({ rows }) => rows))),
  })
}

function judged<T extends string>(
  rule: DeclaredRule<T>,
  context: AuditContext,
): readonly Judged<T>[] {
  if (rule.severity === 'either') return rule.find(context)
  const certain = rule.severity === 'error'
  return rule.find(context).map((one) => ({ ...one, certain }))
}
