import { type FilledReport, monthsOf, NotFoundError, parsePeriod, UsageError } from '@cchc/domain'
import {
  COUNTING_RULES,
  compareRules,
  dossierStatistics,
  procedureCounts,
  type StatisticsQuery,
  type UnifiedProcedure,
  unifiedProcedures,
} from '@cchc/figures'
import { enteredFigures, fillTemplate } from '@cchc/forms'
import { templatesOf } from './config/templates.ts'
import type { HubContext } from './context.ts'
import type { Hub, KnownStatistics, ProcedureCountsResult, ProcedureView } from './contract.ts'
import { folded, suggestion } from './near.ts'
import { type FiguresInTree, figuresInTree } from './organisations/in-tree.ts'
import { requireOrganisation } from './organisations/organisations.ts'
import { type FrozenScope, readDated, readKnown } from './periods/known-state.ts'
import { chooseSources } from './sources/runs.ts'

type Query<
  K extends 'dossierStatistics' | 'compareRules' | 'procedureCounts' | 'procedures' | 'report',
> = NonNullable<Parameters<Hub[K]>[0]>

/** Form II.06 for a period as people write it; the configured organisation and the first rule unless told otherwise. */
export async function statisticsOf(
  context: HubContext,
  query: Query<'dossierStatistics'>,
): Promise<KnownStatistics> {
  const inTree = figuresInTree(context, query)
  const split = await splitOf(inTree, query)
  return readKnown(
    inTree.store,
    query,
    frozenScope(inTree, split),
    async ({ store, instant, closed }) => ({
      ...(await dossierStatistics(store, { ...split, rule: query.rule ?? defaultRule() })),
      ...(instant === undefined ? {} : { knownAt: instant }),
      ...(closed ? { closed } : {}),
      ...inTree.tree,
    }),
  )
}

/** The same period and split by several rules, each explained against the first. */
export async function comparisonOf(
  context: HubContext,
  query: Query<'compareRules'>,
): Promise<Awaited<ReturnType<Hub['compareRules']>>> {
  const inTree = figuresInTree(context, query)
  const split = await splitOf(inTree, query)
  return readKnown(inTree.store, query, frozenScope(inTree, split), async ({ store }) => ({
    ...(await compareRules(store, { ...split, rules: query.rules })),
    ...inTree.tree,
  }))
}

function frozenScope(
  { ownTree }: FiguresInTree,
  { organisation, from, to }: Omit<StatisticsQuery, 'rule'>,
): FrozenScope {
  return { organisation, from, to, ownTree }
}

async function splitOf(
  context: HubContext,
  query: Omit<Query<'dossierStatistics'>, 'rule'>,
): Promise<Omit<StatisticsQuery, 'rule'>> {
  const { config } = context
  const period = parsePeriod(query.period, { day: config.reporting.cutOffDay })
  const by = query.by ?? []
  const scope = await scopeOf(context, query)
  if (query.sources) chooseSources(config, query.sources)
  return {
    ...scope,
    from: period.from,
    to: period.to,
    by,
    ...(by.includes('month') ? { months: monthsOf(period) } : {}),
    ...(query.sources ? { sources: query.sources } : {}),
  }
}

/** Procedures in force by level, field and service level. */
export async function countsOf(
  context: HubContext,
  query: Query<'procedureCounts'>,
): Promise<ProcedureCountsResult> {
  const scope = await scopeOf(context, query)
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
  const { store, config, ownTree, tree } = figuresInTree(context, query)
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

async function scopeOf(
  { store, config }: HubContext,
  query: { readonly organisation?: string },
): Promise<{ readonly organisation?: string }> {
  const asked = query.organisation ?? config.reporting.organisation
  return asked === undefined ? {} : { organisation: await requireOrganisation(store, asked) }
}

function defaultRule(): string {
  const [first] = COUNTING_RULES
  if (!first) throw new UsageError('there is no counting rule')
  return first.id
}
