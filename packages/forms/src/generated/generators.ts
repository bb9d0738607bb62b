import type { ReportTemplate } from '@cchc/domain'
import type { Generator } from './define-generator.ts'
import { dossierStatisticsRows } from './dossier-statistics.ts'
import { procedureCountsRows } from './procedure-counts.ts'

/** Everything that makes rows of forms. */
export const GENERATORS: readonly Generator[] = [dossierStatisticsRows, procedureCountsRows]

/** The generator of that name, that of dossier statistics without one; undefined for any other. */
export function generatorNamed(id: string = dossierStatisticsRows.id): Generator | undefined {
  return GENERATORS.find((known) => known.id === id)
}

/** What makes the rows of a form; undefined for a form whose rows are fixed. */
export function generatorOf({ rows, generatedFrom }: ReportTemplate): Generator | undefined {
  return rows.length > 0 ? undefined : generatorNamed(generatedFrom)
}

/** The figures of a form that people ask for without naming it, such as a column of dossier statistics. */
export function figuresWithoutForm(template: ReportTemplate): readonly string[] {
  return generatorOf(template)?.withoutForm ?? []
}
