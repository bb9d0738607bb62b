import type { BilingualText, Message, MessageValue, NamesIn } from '@cchc/domain'
import { inWords, say } from '@cchc/domain'
import { type CellOfRow, cellOf, type PlacedRow } from './cell-of-row.ts'
import { type Example, reportIn } from './example.ts'
import type { DefectKind, Finding, FindingRow, Severity } from './finding.ts'
import { tidy } from './meaning/as-meant.ts'
import { type AuditContext, oncePerReport } from './meaning/audit-context.ts'
import type { OutlineRow } from './meaning/outline.ts'
import { AUDIT_VIETNAMESE, BLANK_CELL, phrase, shortLabel, whereIs } from './phrases.ts'

/** What an audit can be given, and what it is called. */
export const AUDIT_NEEDS = {
  table: { en: 'the report alone', vi: 'chỉ báo cáo' },
  text: { en: 'what the text states', vi: 'số liệu trong lời văn' },
  tasks: { en: 'the task table', vi: 'bảng nhiệm vụ' },
  previous: { en: 'the report of the period before', vi: 'báo cáo kỳ trước' },
  stored: { en: 'stored figures', vi: 'số liệu đã thu thập' },
} as const satisfies Readonly<Record<string, BilingualText>>

type AuditNeed = keyof typeof AUDIT_NEEDS

/** What every rule says of itself. */
interface RuleFacts {
  readonly id: string
  readonly kind: DefectKind
  /** What it looks at: it can find something as soon as one of them is given. */
  readonly needs: readonly AuditNeed[]
  /** Which cell of a row it is about, unless a finding says so: that of its figure unless told. */
  readonly cell?: CellOfRow
  /** Rules that have said what is wrong with a row: it is not said again. */
  readonly unless?: readonly AuditRule[]
}

/** A row at fault, and others that show it. */
interface InRow {
  readonly at: OutlineRow
  readonly beside?: readonly PlacedRow[]
  /** The value of the row unless given. */
  readonly printed?: MessageValue
}

/** Several rows that are at fault together, tasks, or nothing that has a row. */
interface Elsewhere {
  readonly places: readonly PlacedRow[]
  readonly printed: MessageValue
}

/** What of a file a finding is about, where its rows do not say so: a cell, words of the text. */
interface InFile {
  readonly in?: string | undefined
  readonly quote?: string | undefined
}

/** What a sentence can say of the row at fault without being told. */
type OfRow = 'where' | 'code' | 'label' | 'line' | 'printed'

/** What a rule found: where, and the values of its sentence; `shown` where more than `{printed}` is to be seen. */
type Found<Names extends string> = (
  | (InRow & Values<Exclude<Names, OfRow>>)
  | (Elsewhere & Values<Exclude<Names, 'printed'>>)
) &
  InFile & { readonly shown?: MessageValue }

type Values<Names extends string> = { readonly [Name in Names]: MessageValue }

/** A rule that is always as sure, or says with each finding how sure it is. */
type DeclaredRule<T extends string, E extends string> = RuleFacts & {
  /** What it says of a defect in both languages, with the values that a finding fills in. */
  readonly en: T
  readonly vi: string
  /** What should be there instead, a phrase or the same in both languages; otherwise a value of each finding. */
  readonly expected?: E
  /** Two reports in one, as near as possible: `[wrong -> right]` where the rule finds something in one of them. */
  readonly example: Example
} & (
    | { readonly severity: Severity; find(context: AuditContext): readonly Found<NamesIn<T | E>>[] }
    | { readonly severity: 'either'; find(context: AuditContext): readonly Judged<T | E>[] }
  )

type Judged<T extends string> = Found<NamesIn<T>> & { readonly certain: boolean }

/** One thing that an audit looks for. */
export interface AuditRule extends RuleFacts {
  readonly severity: Severity | 'either'
  readonly sentence: BilingualText
  readonly unless: readonly AuditRule[]
  /** A report in which the rule finds something, and one as near to it as possible in which it does not. */
  readonly wrong: Example
  readonly right: Example
  /** The defects of a report, worked out once. */
  find(context: AuditContext): readonly Finding[]
  /** The rows that these defects are told of. */
  rowsTold(context: AuditContext): ReadonlySet<FindingRow>
}

/** Declares a rule; a value that its English sentence does not name, or one that is missing, does not type-check. */
export function defineAuditRule<const T extends string, const E extends string = '{expected}'>(
  declared: DeclaredRule<T, E>,
): AuditRule {
  const { id, kind, en, vi, expected, example, severity, unless = [] } = declared
  phrase(en, vi)
  const found = oncePerReport((context) =>
    declared
      .find(context)
      .map((one) => placed(one, declared.cell))
      .filter(
        ({ rows: [first] }) => !first || !unless.some((rule) => rule.rowsTold(context).has(first)),
      ),
  )
  return Object.freeze({
    ...declared,
    sentence: { en, vi },
    unless,
    wrong: reportIn(example, 'wrong'),
    right: reportIn(example, 'right'),
    find: oncePerReport((context) =>
      found(context).map(
        ({ rows, certain = severity === 'error', shown, values, cells, quote }): Finding => ({
          rule: id,
          kind,
          severity: certain ? 'error' : 'warning',
          printed: shown,
          expected: expected ? instead(expected, values) : values.expected,
          explanation: filled(en, values),
          ...(cells.length > 0 && { cells }),
          ...(quote !== undefined && { quote }),
          rows: rows.map(({ line, code, label }) => ({ line, code, label })),
        }),
      ),
    ),
    rowsTold: oncePerReport((context) => new Set(found(context).flatMap(({ rows }) => rows))),
  })
}

type AnyFound = Partial<InRow & Elsewhere & Values<'shown' | 'expected'> & { certain: boolean }> &
  InFile

/** A finding of a row says where it is and what stands there, unless its rule says more. */
function placed(found: AnyFound, cell: CellOfRow = 'figure') {
  const { at, beside = [], places = [], certain, in: own, quote, ...stated } = found
  const { printed = at && standing(at), shown = printed, expected, ...values } = stated
  const ofRow = at && {
    where: whereIs(at),
    code: at.code,
    label: shortLabel(at.label),
    line: at.line,
  }
  const rows = at ? [at, ...beside] : places
  const cells = own === undefined ? rows.flatMap((row) => cellOf(row, cell) ?? []) : [own]
  return {
    rows,
    cells: [...new Set(cells)],
    quote,
    certain,
    shown: tidied(shown),
    values: { ...ofRow, ...values, printed: tidied(printed), expected: tidied(expected) },
  }
}

function standing({ value }: OutlineRow): MessageValue {
  return value === '' ? say(BLANK_CELL) : value
}

function tidied(value: MessageValue = ''): MessageValue {
  return typeof value === 'string' ? tidy(value) : value
}

/** A phrase stays a message; what is no phrase is written alike in both languages. */
function instead(template: string, values: Readonly<Record<string, MessageValue>>): MessageValue {
  const message = filled(template, values)
  return template in AUDIT_VIETNAMESE ? message : inWords(message)
}

/** A message with those of the values that its template names. */
function filled(template: string, values: Readonly<Record<string, MessageValue>>): Message {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return { template, values: Object.fromEntries(names.map((name) => [name, values[name] ?? ''])) }
}
