import { matchRows, type RowMeaning } from '@cchc/audit/entered'
import type { FilledReport, ReportTemplate, TemplateRow } from '@cchc/domain'
import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import type { readReportFile } from '@cchc/files/check'
import type { Form } from '@cchc/files/fill'
import { type FilledPlace, placesOf } from './fill-rows-of-file.ts'
import { asTold, type ToldRows } from './told-rows.ts'

/** A received file, and a report of the form whose rows it has. */
interface ReceivedList {
  readonly report: Pick<Awaited<ReturnType<typeof readReportFile>>, 'rows'>
  readonly form: Form
  readonly told: ToldRows
  readonly template: ReportTemplate
  readonly filled: FilledReport
}

/** What becomes of the rows of the lists of a file. */
export async function placesOfLists({
  report,
  form,
  told,
  template,
  filled,
}: ReceivedList): Promise<readonly FilledPlace[]> {
  const catalogue = await loadIndicatorCatalogue()
  const known = matchRows(report.rows, { template, catalogue })
  const meanings = asTold(known, { told, template })
  const isLearnt = template.layout !== undefined
  return placesOf(isLearnt ? meanings.map(withoutUnknown) : meanings, { form, filled })
}

/** A learnt form has rows of which nothing is known but their words. */
function withoutUnknown(meaning: RowMeaning): RowMeaning {
  const { templateRow: row } = meaning
  return row && isUnknown(row) ? { ...meaning, templateRow: null } : meaning
}

/** Whether nothing tells where the figure of a row comes from. */
export function isUnknown({ rowType, binding, indicatorId }: TemplateRow): boolean {
  return rowType === 'indicator' && binding === null && indicatorId === null
}

/** The values that go into the cells of a form. */
export function valuesIn(places: readonly FilledPlace[]) {
  return places.flatMap((place) =>
    place.state === 'filled' ? { address: place.address, ...place.shown } : [],
  )
}
