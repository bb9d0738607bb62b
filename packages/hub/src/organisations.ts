import {
  type Day,
  NotFoundError,
  normaliseOrganisationCode,
  Organisation,
  oldOrganisationCode,
  organisationLevel,
  parentOrganisationCode,
} from '@cchc/domain'
import { isWithin } from '@cchc/figures'
import type { Store, StoredRecord } from '@cchc/store'
import type { HubSettings } from './config/hub-settings.ts'
import type { OrganisationView } from './contract.ts'
import { folded, nearest } from './near.ts'

type Overrides = HubSettings['organisations']

/** The store as figures see it: names and levels of organisations as the configuration states them. */
export function withOverrides(store: Store, overrides: Overrides): Store {
  if (Object.keys(overrides).length === 0) return store
  const listRecords: Store['listRecords'] = async <T>(
    ...[entity, query]: Parameters<Store['listRecords']>
  ) => {
    const records = await store.listRecords<T>(entity, query)
    if (entity !== 'organisation') return records
    return overridden(
      records as readonly StoredRecord<Organisation>[],
      overrides,
    ) as StoredRecord<T>[]
  }
  return new Proxy(store, {
    get(target, name) {
      if (name === 'listRecords') return listRecords
      const member: unknown = Reflect.get(target, name, target)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

function overridden(
  records: readonly StoredRecord<Organisation>[],
  overrides: Overrides,
): StoredRecord<Organisation>[] {
  const listed = new Set(records.map(({ value }) => value.code))
  const changed = records.map((record) => {
    const { name, level, validFrom, validTo } = overrides[record.value.code] ?? {}
    const { value } = record
    return {
      ...record,
      value: {
        ...value,
        name: name ?? value.name,
        level: level ?? value.level,
        validFrom: validFrom ?? value.validFrom,
        validTo: validTo ?? value.validTo,
      },
    }
  })
  const added = Object.keys(overrides).filter((code) => !listed.has(code))
  return [...changed, ...added.map((code) => configured(code, overrides[code] ?? {}))]
}

/** An organisation that only the configuration knows. */
export function configured(code: string, override: Overrides[string]): StoredRecord<Organisation> {
  const name = override.name ?? code
  return {
    source: 'configuration',
    stream: 'organisations',
    entity: 'organisation',
    key: code,
    runId: '',
    knownFrom: 0,
    value: {
      code,
      name,
      level: override.level ?? organisationLevel(code, name),
      parentCode: parentOrganisationCode(code) ?? null,
      validFrom: override.validFrom ?? null,
      validTo: override.validTo ?? null,
    },
  }
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
  throw new NotFoundError(`No organisation ${JSON.stringify(text.slice(0, 80))} is known`, {
    fix: meant(text, organisations),
  })
}

function meant(text: string, organisations: readonly OrganisationView[]): string {
  if (organisations.length === 0) {
    return 'Sync a source that lists organisations, or name them in the configuration under organisations.'
  }
  const byCode = new Map(organisations.map((one) => [one.code, one]))
  const byName = new Map(organisations.map((one) => [one.name, one]))
  const wanted = normaliseOrganisationCode(text) ?? text
  const near = [
    ...nearest(wanted, [...byCode.keys()]).map((code) => byCode.get(code)),
    ...nearest(wanted, [...byName.keys()]).map((name) => byName.get(name)),
  ].flatMap((one) => (one ? [`${one.code} (${one.name})`] : []))
  const shown = near.slice(0, 3).join(' or ')
  return shown ? `Did you mean ${shown}?` : 'Give a code such as H48.53, or the whole name.'
}
