import { type Message, say, UsageError } from '@cchc/domain'
import type { Store } from '@cchc/store'
import { type OrganisationView, requireOrganisation } from '../organisations/organisations.ts'
import { entriesOfUnits, type SumScope, sumsOfUnits } from './sum-units.ts'

/**
 * The units that a person names, by code or whole name, as those that need not send. NotFoundError for a name that nobody
 * has; UsageError for one that is none of the units, or whose figures for the form have been entered.
 */
export async function excusedUnits(
  store: Store,
  { names, ...scope }: SumScope & { readonly names: readonly string[] },
): Promise<readonly OrganisationView[]> {
  const codes = new Set<string>()
  for (const name of names) codes.add(await requireOrganisation(store, name))
  const units = scope.units.filter(({ code }) => codes.has(code))
  for (const { code } of units) codes.delete(code)
  if (codes.size > 0) {
    throw wrong(say('{codes}: none of the units that send', { codes: [...codes].join(', ') }))
  }
  const entries = await entriesOfUnits(store, { ...scope, units })
  const { sums } = await sumsOfUnits({ ...scope, units, entries })
  const sent = sums.flatMap(({ given, words }) => [...given, ...words])[0]
  if (sent) throw wrong(say('{name} ({code}) has sent figures for this period', { ...sent }))
  return units
}

function wrong(message: Message): UsageError {
  return new UsageError(message, {
    fix: say('Leave out only units that need not send; what one has sent is taken back by undo.'),
    faults: [{ path: 'without', message }],
  })
}
