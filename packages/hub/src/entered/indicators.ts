import type { ReportTemplate } from '@cchc/domain'
import { say, UsageError } from '@cchc/domain'
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
  throw notKnown(
    id,
    [...catalogue.keys()],
    say('No indicator {name} is known', { name: quoted(id, 80) }),
  )
}

/** The forms whose rows are fixed, in which indicators can stand. */
export function listForms({ config }: Pick<HubContext, 'config'>): readonly ReportTemplate[] {
  return templatesOf(config).filter(({ rows }) => rows.length > 0)
}

/** What keeps something from being entered. */
export function faulty(name: string, faults: UsageError['faults']): UsageError {
  const count = faults.length
  return new UsageError(
    count === 1
      ? say('{name} has a fault; nothing was entered.', { name })
      : say('{name} has {count} faults; nothing was entered.', { name, count }),
    { fix: say('Correct what is named and try again.'), faults },
  )
}
