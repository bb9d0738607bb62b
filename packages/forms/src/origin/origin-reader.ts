import {
  type CountingRule,
  dayNumber,
  type IndicatorId,
  instantText,
  type ReportingPeriod,
} from '@cchc/domain'
import type { NamedOrganisation, Names, UnifiedProcedure } from '@cchc/figures'
import { belongsTo, PROCEDURE_FIGURES, words } from '@cchc/figures'
import type { Store } from '@cchc/store'
import { portalYear } from '../filling/figure-reader.ts'
import type { Filled } from '../filling/fill-rows.ts'
import type { CellOrigin, PortalRecord } from './contract.ts'
import type { CountedGroup } from './counted-dossiers.ts'
import { dossierOrigin } from './dossier-origin.ts'
import { FIGURE_WORDS, procedureConditions } from './figure-names.ts'
import { procedureOrigin, statedProcedures } from './procedure-origin.ts'
import { selectionOf } from './selections.ts'

/** For whom, when and by which rule a cell is explained; `names` are those of the same store. */
export interface OriginScope {
  readonly store: Store
  readonly names: Names
  readonly organisation: NamedOrganisation
  readonly period: ReportingPeriod
  readonly rule: CountingRule
}

type Where = Readonly<Record<string, string>>

/** The origin of a figure by name; `groups` are its counted dossiers, where it is made of dossiers. */
export async function figureOrigin(
  scope: OriginScope,
  {
    figure,
    where,
    groups,
  }: {
    readonly figure: string
    readonly where: Where
    readonly groups: readonly CountedGroup[] | undefined
  },
): Promise<CellOrigin> {
  if (PROCEDURE_FIGURES[figure]) return procedureFigureOrigin(scope, figure, where)
  const selection = selectionOf(figure, { where, names: scope.names })
  if (!selection) return portalOrigin(scope, figure, where)
  const { from, to } = scope.period
  return dossierOrigin(groups ?? [], {
    figure,
    name: FIGURE_WORDS[figure]?.name ?? figure,
    selection,
    window: { from, to },
    nameOf: (code) => nameOf(scope.names, selection.per, code),
  })
}

function nameOf(names: Names, per: 'organisation' | 'procedure', code: string): string {
  if (per === 'procedure') return names.procedures.get(code)?.name ?? code
  return names.organisations.describe(code).name
}

async function procedureFigureOrigin(
  scope: OriginScope,
  figure: string,
  where: Where,
): Promise<CellOrigin> {
  const counts = PROCEDURE_FIGURES[figure]?.counts ?? (() => false)
  return numberOfProcedures(scope, {
    figure,
    name: FIGURE_WORDS[figure]?.name ?? figure,
    conditions: procedureConditions(where),
    counts: (one) => counts(one, where),
  })
}

/** The origin of a number of the organisation's procedures. */
export async function numberOfProcedures(
  { store, names, organisation }: OriginScope,
  facts: {
    readonly figure: string
    readonly name: string
    readonly conditions: Parameters<typeof procedureOrigin>[1]['conditions']
    readonly counts: (procedure: UnifiedProcedure) => boolean
  },
): Promise<Extract<CellOrigin, { kind: 'counted' }>> {
  const { counts, ...shown } = facts
  const own = [...names.procedures.values()].filter((one) => belongsTo(one, organisation.code))
  return procedureOrigin(own.filter(counts), {
    ...shown,
    stated: await statedProcedures(store),
    fieldName: ({ fieldCode, fieldName }) =>
      fieldCode === null
        ? 'Chưa xác định lĩnh vực'
        : (names.fields.get(fieldCode) ?? fieldName ?? fieldCode),
  })
}

async function portalOrigin(
  { store, organisation, period }: OriginScope,
  figure: string,
  where: Where,
): Promise<CellOrigin> {
  const records: PortalRecord[] = []
  for (const measure of words(where.measures)) {
    const found = await portalYear(store, { organisation: organisation.code, period, measure })
    if (!found) continue
    const { value, source, organisationCode, from, to, provisional, runId, knownFrom } = found
    records.push({
      measure,
      value,
      source,
      organisation: organisationCode,
      from,
      to,
      provisional,
      run: runId,
      knownFrom: instantText(knownFrom),
    })
  }
  const formula = words(where.measures).join(' + ')
  return { kind: 'portal', figure, name: FIGURE_WORDS[figure]?.name ?? figure, formula, records }
}

/** The origin of a figure that a person entered, with the reason that was given for it. */
export async function enteredOrigin(
  { store, organisation, period }: OriginScope,
  {
    entered,
    indicatorIds,
    insteadOf,
  }: {
    readonly entered: NonNullable<Filled['entered']>
    readonly indicatorIds: readonly IndicatorId[]
    readonly insteadOf: string | null
  },
): Promise<CellOrigin> {
  const stored = await store.listEnteredFigures({
    organisation: organisation.code,
    from: dayNumber(period.from),
    to: dayNumber(period.to),
  })
  const entry = stored.find(
    ({ indicatorId, enteredAt, enteredBy }) =>
      indicatorIds.includes(indicatorId) && enteredAt === entered.at && enteredBy === entered.by,
  )
  return {
    kind: 'entered',
    by: entered.by,
    at: instantText(entered.at),
    file: entered.origin?.file ?? null,
    sha256: entry?.origin?.sha256 ?? null,
    address: entered.origin?.address ?? null,
    reason: entry?.reason ?? null,
    insteadOf,
  }
}
