import {
  type Day,
  folded,
  isWithin,
  type Message,
  NotFoundError,
  normaliseOrganisationCode,
  Organisation,
  oldOrganisationCode,
  say,
  UsageError,
} from '@cchc/domain'
import type { Store } from '@cchc/store'
import type { HubContext } from '../context.ts'
import { didYouMean, nearest, quoted } from '../near.ts'

/** An organisation as lists show it, with its code in the form before 2020. */
export interface OrganisationView
  extends Pick<Organisation, 'code' | 'name' | 'level' | 'parentCode'> {
  readonly oldCode: string | null
}

/**
 * Every organisation once, sorted by code; where sources differ, the first by id is heard. `validOn` leaves out those
 * that were not there yet, or no longer.
 */
export async function listOrganisations(
  store: Store,
  validOn?: Day,
): Promise<readonly OrganisationView[]> {
  const records = await store.listRecords<unknown>('organisation')
  const first = new Map<string, Organisation>()
  for (const { value } of records.toSorted((a, b) => (a.source < b.source ? -1 : 1))) {
    const organisation = Organisation.parse(value)
    if (!first.has(organisation.code)) first.set(organisation.code, organisation)
  }
  return [...first.values()]
    .filter((one) => validOn === undefined || isValidOn(one, validOn))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(view)
}

/** Whether an organisation is there on a day by its stated days. */
function isValidOn(
  { validFrom, validTo }: Pick<Organisation, 'validFrom' | 'validTo'>,
  day: Day,
): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
}

function view({ code, name, level, parentCode }: Organisation): OrganisationView {
  return { code, oldCode: oldOrganisationCode(code) ?? null, name, level, parentCode }
}

/**
 * The code of the organisation that a person means: its code in either form, or its whole name. Throws NotFoundError
 * with the nearest ones.
 */
export async function requireOrganisation(store: Store, text: string): Promise<string> {
  const organisations = await listOrganisations(store)
  const code = normaliseOrganisationCode(text)
  if (code && organisations.some((one) => isWithin(one.code, code))) return code
  const named = organisations.filter(({ name }) => folded(name) === folded(text))
  if (named.length === 1 && named[0]) return named[0].code
  throw new NotFoundError(say('No organisation {name} is known', { name: quoted(text, 80) }), {
    fix: meant(text, organisations),
  })
}

/**
 * The organisation that is asked for, else the configured one, as it is written; throws UsageError in the words of
 * `need` where there is none.
 */
export function organisationText(
  { config }: Pick<HubContext, 'config'>,
  { org = config.reporting.organisation }: { readonly org?: string | undefined },
  need: Message,
): string {
  if (org !== undefined) return org
  throw new UsageError(need, {
    fix: say('Name one with org, or set reporting.organisation in the configuration.'),
    faults: [{ path: 'org', message: say('is needed') }],
  })
}

/** The organisation that is asked for, else the configured one; none of both = all. */
export async function organisationScope(
  { store, config }: HubContext,
  { org = config.reporting.organisation }: { readonly org?: string | undefined },
): Promise<{ readonly organisation?: string }> {
  return org === undefined ? {} : { organisation: await requireOrganisation(store, org) }
}

function meant(text: string, organisations: readonly OrganisationView[]): Message {
  if (organisations.length === 0) {
    return say(
      'Sync a source that lists organisations, or name them in the configuration under organisations.',
    )
  }
  const byCode = new Map(organisations.map((one) => [one.code, one]))
  const byName = new Map(organisations.map((one) => [one.name, one]))
  const wanted = normaliseOrganisationCode(text) ?? text
  const near = [
    ...nearest(wanted, [...byCode.keys()]).map((code) => byCode.get(code)),
    ...nearest(wanted, [...byName.keys()]).map((name) => byName.get(name)),
  ].flatMap((one) => (one ? [`${one.code} (${one.name})`] : []))
  return didYouMean(near) ?? say('Give a code such as H48.53, or the whole name.')
}
