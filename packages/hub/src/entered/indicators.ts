import type { ReportTemplate } from '@cchc/domain'
import { UsageError } from '@cchc/domain'
import { type CatalogueIndicator, loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { templatesOf } from '../config/templates.ts'
import type { HubContext } from '../context.ts'
import { notKnown, quoted } from '../near.ts'

/** Every indicator by its id, in the order of the catalogue. */
export async function catalogueById(): Promise<ReadonlyMap<string, CatalogueIndicator>> {
  const { indicators } = await loadIndicatorCatalogue()
  return new Map(indicators.map((one) => [one.id, one]))
}

/** The indicator of that id; throws NotFoundError with near ones. */
export async function requireIndicator(id: string): Promise<CatalogueIndicator> {
  const catalogue = await catalogueById()
  const indicator = catalogue.get(id)
  if (indicator) return indicator
  throw notKnown(id, [...catalogue.keys()], `No indicator ${quoted(id, 80)} is known`)
}

/** The forms whose rows are fixed, in which indicators can stand. */
export function listForms({ config }: Pick<HubContext, 'config'>): readonly ReportTemplate[] {
  return templatesOf(config).filter(({ rows }) => rows.length > 0)
}

/** What keeps something from being entered. */
export function faulty(what: string, faults: UsageError['faults']): UsageError {
  const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`
  return new UsageError(`${what} has ${count}; nothing was entered.`, {
    fix: 'Correct what is named and try again.',
    faults,
  })
}
