import { instantText } from '@cchc/domain'
import type { Hub } from '../contract.ts'
import type { ReportParameters, RestatementParameters } from '../parameters.ts'
import type { PeriodEventView, PeriodView, TimeQuery } from './contract.ts'

/** Of when figures are, from parameters. */
export function timeQuery({
  asKnownAt,
  current,
  treeAt,
}: Pick<ReportParameters, 'asKnownAt' | 'current' | 'treeAt'>): TimeQuery {
  return {
    ...(asKnownAt === undefined ? {} : { asKnownAt }),
    ...(current === 'true' ? { current: true } : {}),
    ...(treeAt === undefined ? {} : { treeAt }),
  }
}

/** A period and what was done to it, with its instants as ISO 8601 in Vietnam's time. */
export function periodView<P extends PeriodView>(period: P) {
  return { ...period, events: period.events.map(eventView) }
}

/** What became of a closed period's figures; the same for the command line and HTTP. */
export async function restatementsView(hub: Hub, parameters: RestatementParameters) {
  const { org, period, rule, asKnownAt } = parameters
  const { from, to, closing, knownAt, ...result } = await hub.restatements({
    period,
    ...(org === undefined ? {} : { organisation: org }),
    ...(rule === undefined ? {} : { rule }),
    ...(asKnownAt === undefined ? {} : { asKnownAt }),
  })
  const days = { from, to }
  return { ...result, days, closing: eventView(closing), knownAt: instantText(knownAt) }
}

function eventView({ asOf, recordedAt, ...event }: PeriodEventView) {
  return { ...event, asOf: instantText(asOf), recordedAt: instantText(recordedAt) }
}
