import { countedLevel, type Field, ServiceLevel } from '@cchc/domain'
import type { Store } from '@cchc/store'
import type {
  ProcedureCountsQuery,
  ProcedureCountsResult,
  ProcedureDimension,
} from '../contract.ts'
import { isWithin, loadOrganisations } from '../organisations/organisation-tree.ts'
import { PROCEDURE_LEVEL_NAMES, SERVICE_LEVEL_NAMES, UNKNOWN } from '../statistics/labels.ts'
import { type UnifiedProcedure, unifiedProcedures } from './unified-procedures.ts'

type Group = ProcedureCountsResult['rows'][number]['group']
type Entry = Group[string]
type FieldNames = ReadonlyMap<string, string>

/**
 * Procedures in force by level (Form II.07b: each at the highest local level that carries it out), field and service
 * level. A procedure with services of two levels counts in both rows and once in the total.
 */
export async function procedureCounts(
  store: Store,
  query: ProcedureCountsQuery = {},
): Promise<ProcedureCountsResult> {
  if (query.organisation !== undefined) (await loadOrganisations(store)).require(query.organisation)
  const scope = query.sources ? { sources: query.sources } : {}
  const procedures = (await unifiedProcedures(store, scope)).filter((procedure) =>
    belongsTo(procedure, query.organisation),
  )
  const names = await fieldNames(store)
  const groups = new Map<string, { group: Group; count: number }>()
  for (const group of procedures.flatMap((one) => groupsOf(one, query.by ?? [], names))) {
    const key = groupKey(group, query.by ?? [])
    const row = groups.get(key) ?? { group, count: 0 }
    row.count += 1
    groups.set(key, row)
  }
  const rows = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  return { rows: query.by?.length ? rows : [], total: procedures.length }
}

/**
 * Whether a procedure in force is one of an organisation's: for a province, every procedure but another province's
 * variants; below it, those that it offers a service of.
 */
export function belongsTo(procedure: UnifiedProcedure, organisation: string | undefined): boolean {
  if (!procedure.inForce) return false
  if (organisation === undefined) return true
  const [root] = organisation.split('.')
  if (procedure.variantOf !== null && !isWithin(procedure.variantOf, root)) return false
  if (organisation === root) return true
  return (procedure.services ?? []).some(
    ({ organisationCode }) => organisationCode !== null && isWithin(organisationCode, organisation),
  )
}

/** Names of fields: from the field catalogues. */
export async function fieldNames(store: Store): Promise<FieldNames> {
  const records = await store.listRecords<Field>('field')
  return new Map(records.map(({ value }) => [value.code, value.name]))
}

function groupsOf(
  procedure: UnifiedProcedure,
  by: readonly ProcedureDimension[],
  names: FieldNames,
): Group[] {
  return by.reduce<Group[]>(
    (groups, dimension) =>
      groups.flatMap((group) =>
        ENTRIES[dimension](procedure, names).map((entry) => ({ ...group, [dimension]: entry })),
      ),
    [{}],
  )
}

const ENTRIES: Readonly<
  Record<ProcedureDimension, (procedure: UnifiedProcedure, names: FieldNames) => readonly Entry[]>
> = {
  level: (procedure) => {
    const code = countedLevel(procedure) ?? UNKNOWN
    return [{ code, name: PROCEDURE_LEVEL_NAMES[code] }]
  },
  field: ({ fieldCode, fieldName }, names) => [
    fieldCode === null
      ? { code: UNKNOWN, name: 'Chưa xác định lĩnh vực' }
      : { code: fieldCode, name: names.get(fieldCode) ?? fieldName ?? fieldCode },
  ],
  serviceLevel: (procedure) =>
    serviceLevels(procedure).map((code) => ({ code, name: SERVICE_LEVEL_NAMES[code] })),
}

function serviceLevels({ services }: UnifiedProcedure): (keyof typeof SERVICE_LEVEL_NAMES)[] {
  if (services === null) return [UNKNOWN]
  const offered = ServiceLevel.options.filter((level) => services.some((s) => s.level === level))
  return offered.length === 0 ? ['none'] : offered
}

const LEVEL_ORDER = Object.keys(PROCEDURE_LEVEL_NAMES)

function groupKey(group: Group, by: readonly ProcedureDimension[]): string {
  return by
    .map((dimension) => {
      const code = group[dimension]?.code ?? ''
      return dimension === 'level' ? String(LEVEL_ORDER.indexOf(code)) : code
    })
    .join('\u0000')
}
