import { type FilledReport, NotFoundError, parsePeriod } from '@cchc/domain'
import { procedureCounts, type UnifiedProcedure, unifiedProcedures } from '@cchc/figures'
import { enteredFigures, fillTemplate } from '@cchc/forms'
import { templatesOf } from './config/templates.ts'
import type { HubContext } from './context.ts'
import type { Hub, ProcedureCountsResult, ProcedureView } from './contract.ts'
import { folded, suggestion } from './near.ts'
import { figuresInTree } from './organisations/in-tree.ts'
import { organisationScope, requireOrganisation } from './organisations/organisations.ts'
import { readDated } from './periods/known-state.ts'

type Query<K extends 'procedureCounts' | 'procedures' | 'report'> = NonNullable<
  Parameters<Hub[K]>[0]
>

/** Procedures in force by level, field and service level. */
export async function countsOf(
  context: HubContext,
  query: Query<'procedureCounts'>,
): Promise<ProcedureCountsResult> {
  const scope = await organisationScope(context, { org: query.organisation })
  return procedureCounts(context.store, { ...scope, ...(query.by ? { by: query.by } : {}) })
}

/** Procedures of all sources, each once; `text` is looked for in code and name without regard to diacritics. */
export async function proceduresOf(
  { store }: HubContext,
  { field, level, text }: Query<'procedures'>,
): Promise<readonly ProcedureView[]> {
  const wanted = text === undefined ? '' : folded(text)
  const found = (await unifiedProcedures(store)).filter(
    (one) =>
      (field === undefined || one.fieldCode === field || one.fieldName === field) &&
      (level === undefined || one.levels.some((own) => own === level)) &&
      folded(`${one.code} ${one.name}`).includes(wanted),
  )
  return found.map(procedureView)
}

/** A template filled with what the store knows at one instant: now, or the one that is asked for. */
export async function reportOf(
  context: HubContext,
  { template, ...query }: Query<'report'>,
): Promise<FilledReport> {
  const templates = templatesOf(context.config)
  const known = templates.map(({ id }) => id)
  if (!known.includes(template)) {
    throw new NotFoundError(
      `No report template ${JSON.stringify(template.slice(0, 40))} is known`,
      {
        fix: suggestion(template, known),
      },
    )
  }
  const { store, config, ownTree, tree } = figuresInTree(context, {
    ...query,
    org: query.organisation,
  })
  const organisation = await requireOrganisation(store, query.organisation)
  const period = parsePeriod(query.period, { day: config.reporting.cutOffDay })
  const scope = { organisation, from: period.from, to: period.to, ownTree }
  return readDated(store, query, scope, ({ store: known, instant, closed }) =>
    fillTemplate(known, {
      template,
      templates,
      organisation,
      period,
      now: instant,
      manual: enteredFigures(known),
      ...(closed ? { closed: { restated: closed.restated } } : {}),
      ...tree,
    }),
  )
}

function procedureView(procedure: UnifiedProcedure): ProcedureView {
  const { code, name, fieldCode, fieldName, levels, services, inForce, sources } = procedure
  return {
    code,
    name,
    fieldCode,
    fieldName,
    levels,
    serviceLevels: [...new Set((services ?? []).map((service) => service.level))],
    hasFee: procedure.hasFee,
    inForce,
    sources,
  }
}
