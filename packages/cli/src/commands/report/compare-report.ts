import type { AnswerOf, AskedOf } from '@cchc/hub/questions/question'
import { reportComparison } from '@cchc/hub/questions/report-comparison'
import type { Invocation } from '../../command-context.ts'
import { type Column, type FormatOption, printListing } from '../../output/listing.ts'
import { printFindings } from '../../print-findings.ts'
import { printMissing } from '../../print-missing.ts'
import { withReader } from '../../with-hub.ts'

type View = AnswerOf<typeof reportComparison>
type Row = View['rows'][number]

/** Prints the figures of a form beside those of an earlier period. */
export async function compareReport(
  invocation: Invocation<FormatOption>,
  asked: AskedOf<typeof reportComparison>,
): Promise<number> {
  const view = await withReader(invocation, (hub) => hub.ask(reportComparison, asked))
  await printListing(invocation, {
    rows: view.rows,
    document: view,
    head: [
      view.organisation.name,
      `${view.title}: ${view.period.title} so với ${view.before.title}`,
      ...(view.missing ?? []),
    ],
    columns: columnsOf(view),
    csvColumns: [{ title: 'Mã dòng', show: ({ rowId }) => rowId }],
  })
  printFindings(invocation, view.cautions)
  return printMissing(invocation, { missing: view.missing, partial: asked.partial })
}

function columnsOf({ rows, period, before }: View): readonly Column<Row>[] {
  const isWide = rows.some(({ column }) => column !== null)
  return [
    { title: 'STT', show: ({ code }) => code },
    { title: 'Chỉ tiêu', flexible: true, show: ({ label }) => label },
    ...(isWide
      ? [{ title: 'Cột', flexible: true, show: ({ column }: Row) => column ?? '' }]
      : [{ title: 'Đơn vị tính', show: ({ unit }: Row) => unit }]),
    { title: period.title, right: true, show: ({ now }) => now },
    { title: before.title, right: true, show: (row) => row.before },
    { title: 'Tăng (+),\ngiảm (-)', right: true, show: ({ difference }) => difference ?? '' },
    { title: 'Tỷ lệ\ntăng, giảm', right: true, show: ({ change }) => change ?? '' },
  ]
}
