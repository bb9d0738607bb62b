import { type DossierStatistics, printNumber } from '@cchc/domain'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { ruleComparison } from '@cchc/hub/questions/rule-comparison'
import type { Column } from '../../output/listing.ts'
import { aligned, textWidth } from '../../output/text-width.ts'
import {
  type Dimension,
  FIGURES,
  type FigureRow,
  groupsColumns,
  rateText,
  statisticsColumns,
} from './statistics-columns.ts'

export type ComparisonView = AnswerOf<typeof ruleComparison>
type Compared = ComparisonView['total']
type Difference = Compared['differences'][number]
type Counts = Partial<Record<keyof DossierStatistics, number | null>>
type Group = FigureRow['group']

/** One rule's figures in one row of a comparison. */
export type RuleRow = FigureRow & { readonly rule: string }

/** One cause of a difference, or all of them together. */
export interface CauseRow {
  readonly cause: string
  readonly name: string
  readonly dossiers: number
  readonly differences: Counts
}

/** One question, and what each of two rules answers. */
export interface AnswerRow {
  readonly question: string
  readonly base: string
  readonly other: string
}

/** A line for programs: figures of a rule, or what one cause adds to them. */
export interface PlainRow {
  readonly group: Group
  readonly rule: string
  readonly base: string
  readonly cause: string
  readonly name: string
  readonly dossiers: number | null
  readonly counts: Counts
  readonly onTime: string
}

/** Each group under each rule, the totals last. */
export function ruleRows(view: ComparisonView): RuleRow[] {
  return withGroups(view).flatMap(({ group, byRule }) => byRule.map((row) => ({ group, ...row })))
}

/** The columns of single rules, and which rule counted. */
export function ruleColumns(view: ComparisonView, by: readonly Dimension[]): Column<RuleRow>[] {
  const groups = groupsColumns(by)
  return [
    ...groups,
    { title: 'Quy tắc đếm', show: ({ rule }) => rule },
    ...statisticsColumns(by, view.total.byRule).slice(groups.length),
  ]
}

/** The causes of one difference, and their sum, which is the whole difference. */
export function causeRows({ causes, columns, dossiers }: Difference): CauseRow[] {
  const single = causes.map(({ cause, name, dossiers: count, columns: changes }) => ({
    cause,
    name: name.vi,
    dossiers: count,
    differences: differencesOf(changes),
  }))
  const all = { cause: '', name: 'Chênh lệch', dossiers, differences: differencesOf(columns) }
  return [...single, all]
}

/** The columns of Form II.06 in which causes have a share. */
export function causeColumns(difference: Difference): Column<CauseRow>[] {
  const touched = new Set(difference.causes.flatMap(({ columns }) => columns.map((c) => c.column)))
  return [
    { title: 'Nguyên nhân chênh lệch', show: ({ name }) => name },
    { title: 'Mã', show: ({ cause }) => cause },
    { title: 'Số\nhồ sơ', right: true, show: ({ dossiers }) => printNumber(dossiers) },
    ...FIGURES.filter(([key]) => touched.has(key)).map(
      ([key, title]): Column<CauseRow> => ({
        title,
        right: true,
        show: ({ differences }) => signed(differences[key] ?? 0),
      }),
    ),
  ]
}

/** What both rules answer to the questions on which they differ. */
export function answerRows({ causes }: Difference): AnswerRow[] {
  return causes.flatMap(({ cause, name, answers }) =>
    answers === null
      ? []
      : [{ question: `${cause} — ${name.vi}`, base: answers.base.vi, other: answers.other.vi }],
  )
}

/** Those answers in three columns. */
export function answerColumns({ base, other }: Difference): Column<AnswerRow>[] {
  return [
    { title: 'Câu hỏi', show: ({ question }) => question },
    { title: base, show: (row) => row.base },
    { title: other, show: (row) => row.other },
  ]
}

/** Those answers below their questions, where a line has no room for both. */
export function answerLines(difference: Difference): string[] {
  const { base, other } = difference
  const width = Math.max(textWidth(base), textWidth(other))
  const answer = (rule: string, text: string) =>
    `  ${aligned(rule, { width, right: false })}  ${text}`
  return answerRows(difference).flatMap((row) => [
    row.question,
    answer(base, row.base),
    answer(other, row.other),
  ])
}

/** Figures and causes as lines of one table. */
export function plainRows(view: ComparisonView): PlainRow[] {
  return withGroups(view).flatMap(({ group, byRule, differences }) => [
    ...byRule.map(({ rule, statistics, onTime }) => ({
      group,
      rule,
      base: '',
      cause: '',
      name: '',
      dossiers: null,
      counts: statistics,
      onTime: rateText(onTime),
    })),
    ...differences.flatMap(({ base, other, causes }) =>
      causes.map(({ cause, name, dossiers, columns }) => {
        const counts = differencesOf(columns)
        return { group, rule: other, base, cause, name: name.vi, dossiers, counts, onTime: '' }
      }),
    ),
  ])
}

/** Columns of those lines. */
export function plainColumns(view: ComparisonView, by: readonly Dimension[]): Column<PlainRow>[] {
  const { period, organisation, missing } = view
  return [
    ...groupsColumns(by),
    { title: 'Quy tắc đếm', show: ({ rule }) => rule },
    { title: 'So với', show: ({ base }) => base },
    { title: 'Nguyên nhân chênh lệch', show: ({ name }) => name },
    { title: 'Mã nguyên nhân', show: ({ cause }) => cause },
    { title: 'Số hồ sơ đếm khác', show: ({ dossiers }) => String(dossiers ?? '') },
    ...FIGURES.map(
      ([key, title]): Column<PlainRow> => ({
        title,
        show: ({ counts }) => (counts[key] === null ? '' : String(counts[key] ?? 0)),
      }),
    ),
    { title: 'Tỷ lệ đúng hạn', show: ({ onTime }) => onTime },
    { title: 'Đơn vị báo cáo', show: () => organisation?.code ?? '' },
    { title: 'Từ ngày', show: () => period.from },
    { title: 'Đến ngày', show: () => period.to },
    ...(missing ? [{ title: 'Còn thiếu', show: () => missing.join(' ') }] : []),
  ]
}

function withGroups({ rows, total }: ComparisonView): (Compared & { readonly group: Group })[] {
  return [...rows, { group: null, ...total }]
}

function differencesOf(
  changes: readonly { readonly column: keyof DossierStatistics; readonly difference: number }[],
): Counts {
  return Object.fromEntries(changes.map(({ column, difference }) => [column, difference]))
}

function signed(count: number): string {
  return count > 0 ? `+${printNumber(count)}` : printNumber(count)
}
