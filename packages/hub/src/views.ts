import {
  type DossierStatistics,
  type ExtraFigures,
  instantText,
  inWords,
  UsageError,
} from '@cchc/domain'
import { countingRule, type RuleComparison, type StatisticsResult } from '@cchc/figures'
import { csvText } from '@cchc/forms'
import type { QuarantinedRecord, Run } from '@cchc/store'
import type { Hub, KnownStatistics, StreamStatus } from './contract.ts'
import type {
  ProcedureCountParameters,
  ReconcileParameters,
  ReportParameters,
  RuleComparisonParameters,
  StatisticsParameters,
  WhyParameters,
} from './parameters.ts'
import { closedPeriodView, timeQuery } from './periods/views.ts'

export { periodView, restatementsView } from './periods/views.ts'
export type { QuarantinedRecord, RuleComparison, Run, StatisticsResult }
export { csvText }

/** Statistics as they are handed out: the figures, and each row's rate on time by its rule as its two parts. */
export function statisticsView(result: KnownStatistics) {
  const { rule, from, to, organisation, findings, total, totalExtras, knownAt, closed, treeAt } =
    result
  return {
    rule,
    period: { from, to },
    organisation,
    rows: result.rows.map(({ group, ...row }) => ({ group, ...figures(rule.id, row) })),
    total: figures(rule.id, { statistics: total, ...(totalExtras && { extras: totalExtras }) }),
    findings,
    ...(knownAt === undefined ? {} : { knownAt: instantText(knownAt) }),
    ...(closed && { closed: closedPeriodView(closed) }),
    ...(treeAt === undefined ? {} : { treeAt }),
  }
}

interface Figures {
  readonly statistics: DossierStatistics
  readonly extras?: ExtraFigures
}

function figures(rule: string, row: Figures) {
  return { ...row, onTime: countingRule(rule).onTime(row.statistics) }
}

/** Counts and serialises in one step, so that the command line and HTTP cannot give different figures. */
export async function dossierStatisticsView(hub: Hub, parameters: StatisticsParameters) {
  return statisticsView(await hub.dossierStatistics(statisticsQuery(parameters)))
}

/** Parameters as a query of the hub. */
export function statisticsQuery(parameters: StatisticsParameters) {
  const { org, period, by, rule, source } = parameters
  return {
    period,
    ...(org === undefined ? {} : { organisation: org }),
    ...(by === undefined ? {} : { by }),
    ...(rule === undefined ? {} : { rule }),
    ...(source === undefined ? {} : { sources: source.split(',').map((id) => id.trim()) }),
    ...timeQuery(parameters),
  }
}

/** Figures of several rules side by side; `rule` names them with commas between. */
export async function ruleComparisonView(hub: Hub, parameters: RuleComparisonParameters) {
  const { rule, ...asked } = parameters
  const rules = rule.split(',').map((id) => id.trim())
  const { from, to, ...comparison } = await hub.compareRules({ ...statisticsQuery(asked), rules })
  return { ...comparison, period: { from, to } }
}

/** Lines that differ, or all of them; the summary always counts all. The same for the command line and HTTP. */
export async function reconcileView(hub: Hub, parameters: ReconcileParameters) {
  const { org, period, tolerance, source, all } = parameters
  const { from, to, lines, ...result } = await hub.reconcile({
    period,
    ...(org === undefined ? {} : { organisation: org }),
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(source === undefined ? {} : { sources: source.split(',').map((id) => id.trim()) }),
  })
  const shown = all === 'true' ? lines : lines.filter(({ verdict }) => verdict !== 'equal')
  return { ...result, period: { from, to }, lines: shown }
}

/** Procedure counts by parameters; the same for the command line and HTTP. */
export async function procedureCountsView(hub: Hub, { org, by }: ProcedureCountParameters) {
  const { rows, total } = await hub.procedureCounts({
    ...(org === undefined ? {} : { organisation: org }),
    ...(by === undefined ? {} : { by }),
  })
  return { rows, total }
}

/** A report's query; the configured organisation stands in for one that is not named. */
export function reportQuery(hub: Hub, asked: ReportParameters & { readonly template: string }) {
  const { template, period, org = hub.settings.reporting.organisation } = asked
  if (org !== undefined) return { template, period, organisation: org, ...timeQuery(asked) }
  throw organisationNeeded('A report')
}

/** Where a figure comes from; the same for the command line and HTTP. */
export async function whyView(hub: Hub, parameters: WhyParameters) {
  const { indicator: row, org: organisation = hub.settings.reporting.organisation } = parameters
  if (organisation === undefined) throw organisationNeeded('A figure')
  const { period, template, column, rule } = parameters
  return hub.why({
    row,
    organisation,
    period,
    ...(template === undefined ? {} : { template }),
    ...(column === undefined ? {} : { column }),
    ...(rule === undefined ? {} : { rule }),
    ...timeQuery(parameters),
  })
}

function organisationNeeded(what: string): UsageError {
  return new UsageError(`${what} needs an organisation.`, {
    fix: 'Name one with org, or set reporting.organisation in the configuration.',
    faults: [{ path: 'org', message: 'is needed' }],
  })
}

/** A run with its instants as ISO 8601 in Vietnam's time, its texts in English. */
export function runView(run: Run) {
  const { startedAt, finishedAt, ...rest } = run
  return {
    ...rest,
    error: rest.error && errorView(rest.error),
    warnings: rest.warnings.map((warning) => inWords(warning)),
    startedAt: instantText(startedAt),
    finishedAt: textOrNull(finishedAt),
    seconds: finishedAt === null ? null : (finishedAt - startedAt) / 1000,
  }
}

function errorView({ code, message, fix }: NonNullable<Run['error']>) {
  return { code, message: inWords(message), fix: fix && inWords(fix) }
}

/** A refused record with its instants as ISO 8601 in Vietnam's time, its reasons in English. */
export function quarantineView(record: QuarantinedRecord) {
  return {
    ...record,
    reasons: record.reasons.map(({ path, message }) => ({ message: inWords(message), path })),
    firstSeenAt: instantText(record.firstSeenAt),
    lastSeenAt: instantText(record.lastSeenAt),
    resolvedAt: textOrNull(record.resolvedAt),
  }
}

/** Freshness of a stream with the id and status of its source's last run. */
export function streamStatusView(status: StreamStatus) {
  const { lastRun, completedAt, ...rest } = status
  return {
    ...rest,
    completedAt: textOrNull(completedAt),
    lastRun: lastRun && { id: lastRun.id, status: lastRun.status },
  }
}

function textOrNull(instant: number | null): string | null {
  return instant === null ? null : instantText(instant)
}
