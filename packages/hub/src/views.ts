import { instantText, UsageError } from '@cchc/domain'
import { csvText } from '@cchc/forms'
import type { QuarantinedRecord, Run } from '@cchc/store'
import type { Hub, StreamStatus } from './contract.ts'
import type {
  ProcedureCountParameters,
  ReconcileParameters,
  ReportParameters,
  WhyParameters,
} from './parameters.ts'
import { timeQuery } from './periods/views.ts'

export { periodView, restatementsView } from './periods/views.ts'
export type { QuarantinedRecord, Run }
export { csvText }

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

/** A run with its instants as ISO 8601 in Vietnam's time. */
export function runView(run: Run) {
  const { startedAt, finishedAt, ...rest } = run
  return {
    ...rest,
    startedAt: instantText(startedAt),
    finishedAt: textOrNull(finishedAt),
    seconds: finishedAt === null ? null : (finishedAt - startedAt) / 1000,
  }
}

/** A refused record with its instants as ISO 8601 in Vietnam's time. */
export function quarantineView(record: QuarantinedRecord) {
  return {
    ...record,
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
