import { type Organisation, organisationLevel, parentOrganisationCode } from '@cchc/domain'
import type { RecordQuery, Store, StoredRecord } from '@cchc/store'
import { storeWith } from '@cchc/store/views'
import type { HubSettings } from '../config/hub-settings.ts'

type Overrides = HubSettings['organisations']
type Records = readonly StoredRecord<Organisation>[]

/** The store with another list of organisations, made of the one that sources gave. */
export function withOrganisations(store: Store, listing: (records: Records) => Records): Store {
  const listRecords: Store['listRecords'] = async <T>(
    entity: Parameters<Store['listRecords']>[0],
    query?: RecordQuery,
  ) => {
    const records = await store.listRecords<T>(entity, query)
    if (entity !== 'organisation') return records
    return listing(records as readonly StoredRecord<unknown>[] as Records) as StoredRecord<T>[]
  }
  return storeWith(store, { listRecords })
}

/** The store as figures see it: names and levels of organisations as the configuration states them. */
export function withOverrides(store: Store, overrides: Overrides): Store {
  if (Object.keys(overrides).length === 0) return store
  return withOrganisations(store, (records) => overridden(records, overrides))
}

function overridden(records: Records, overrides: Overrides): Records {
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
