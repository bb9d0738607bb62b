import { printDayRange, printNumber } from '@cchc/domain'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { restatements } from '@cchc/hub/questions/restatements'
import type { Invocation } from '../../command-context.ts'
import { type Column, type FormatOption, printListing } from '../../output/listing.ts'
import { instantOf } from '../../output/operator-text.ts'
import { FIGURES } from '../stats/statistics-columns.ts'

type View = AnswerOf<typeof restatements>
type Restated = View['total']

interface Row {
  readonly organisation: Restated['organisation']
  /** What the line states; figures of lines with a sign are differences. */
  readonly line: string
  readonly signed: boolean
  readonly dossiers: number | null
  readonly figures: Readonly<Partial<Record<(typeof FIGURES)[number][0], number>>>
}

/** Prints the frozen figures, those of now and their difference, then the reasons that add up to it, for each unit. */
export async function printRestatements(
  invocation: Invocation<FormatOption>,
  view: View,
): Promise<void> {
  const { rule, closing, state } = view
  const { closedBy, reopenedSince } = invocation.messages.period
  await printListing(invocation, {
    rows: [...wholeRows(view.total), ...view.rows.flatMap(changedRows)],
    document: view,
    head: [
      view.total.organisation.name,
      `${printDayRange(view.days)}; quy tắc đếm: ${rule.name} (${rule.id}, phiên bản ${rule.version})`,
    ],
    columns,
  })
  if (invocation.options.format !== 'table') return
  const at = instantOf(closing.recordedAt, invocation)
  invocation.terminal.note(closedBy(closing.by, at))
  if (state === 'reopened') invocation.terminal.note(reopenedSince)
}

const columns: readonly Column<Row>[] = [
  { title: 'Mã', show: ({ organisation }) => organisation.code },
  { title: 'Đơn vị', show: ({ organisation }) => organisation.name, flexible: true },
  { title: 'Số liệu', show: ({ line }) => line, flexible: true },
  {
    title: 'Số\nhồ sơ',
    right: true,
    show: ({ dossiers }) => (dossiers === null ? '' : printNumber(dossiers)),
    plain: ({ dossiers }) => String(dossiers ?? ''),
  },
  ...FIGURES.map(
    ([key, title]): Column<Row> => ({
      title,
      right: true,
      show: ({ figures, signed }) => shown(figures[key] ?? 0, signed),
      plain: ({ figures }) => String(figures[key] ?? 0),
    }),
  ),
]

function shown(count: number, signed: boolean): string {
  if (!signed) return printNumber(count)
  if (count === 0) return ''
  return count > 0 ? `+${printNumber(count)}` : `-${printNumber(-count)}`
}

function wholeRows(total: Restated): Row[] {
  const { organisation, frozen, now } = total
  const line = (name: string, figures: Row['figures']): Row => ({
    organisation,
    line: name,
    signed: false,
    dossiers: null,
    figures,
  })
  return [line('Đã chốt', frozen), line('Hiện nay', now), ...changedRows(total)]
}

function changedRows({ organisation, difference, dossiers, reasons }: Restated): Row[] {
  const parts = reasons.map(
    (reason): Row => ({
      organisation,
      line: reason.name,
      signed: true,
      dossiers: reason.dossiers,
      figures: Object.fromEntries(reason.columns.map((one) => [one.column, one.difference])),
    }),
  )
  return [
    { organisation, line: 'Chênh lệch', signed: true, dossiers, figures: difference },
    ...parts,
  ]
}
