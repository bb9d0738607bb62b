import {
  FilledReport,
  type Instant,
  type Provenance,
  type ReportingPeriod,
  type ReportRow,
  type ReportTemplate,
  UsageError,
} from '@cchc/domain'
import type { Store, StreamState } from '@cchc/store'
import { COUNTING_RULES, countingRule } from '../figures/counting-rules.ts'
import { dossierStatistics } from '../figures/dossier-statistics.ts'
import {
  loadOrganisations,
  type NamedOrganisation,
  type OrganisationTree,
} from '../figures/organisation-tree.ts'
import { createFigureReader } from './figure-reader.ts'
import { fillRows } from './fill-rows.ts'
import { rowsByField, rowsByUnit } from './form-06a-rows.ts'
import { getTemplate } from './templates.ts'

/** Which report; `now` is the instant that it is made at. `rule` defaults to that of TT 01/2020/TT-VPCP. */
export interface FillRequest {
  readonly template: string
  readonly organisation: string
  readonly period: ReportingPeriod
  readonly now: Instant
  readonly rule?: string
}

interface Filling {
  readonly template: ReportTemplate
  readonly organisation: NamedOrganisation
  readonly tree: OrganisationTree
  readonly period: ReportingPeriod
  readonly rule: string
}

/**
 * Fills a template from what the store knows. Throws NotFoundError for an unknown template or organisation, UsageError
 * for an unknown rule or for an organisation of which the form does not speak.
 */
export async function fillTemplate(store: Store, request: FillRequest): Promise<FilledReport> {
  const template = getTemplate(request.template)
  const rule = countingRule(request.rule ?? COUNTING_RULES[0]?.id ?? '')
  const tree = await loadOrganisations(store)
  const organisation = tree.require(request.organisation)
  const { period, now } = request
  const filling: Filling = { template, organisation, tree, period, rule: rule.id }
  checkLevel(filling)
  const rows = await (template.rows.length > 0 ? listRows : generatedRows)(store, filling)
  return FilledReport.parse({
    head: head(filling),
    templateId: template.id,
    title: template.title,
    formNumber: template.formNumber,
    unitLine: template.unitLine,
    recipient: recipient(filling),
    columns: template.columns,
    rows,
    provenance: {
      rule: { id: rule.id, version: rule.version, name: rule.name },
      sources: sourcesOf(await store.listStreams()),
      madeAt: now,
    },
  })
}

function checkLevel({ template, organisation }: Filling): void {
  const { levels } = template
  if (levels === undefined || levels.includes(organisation.level)) return
  throw new UsageError(
    `The form ${template.id} is not made by ${organisation.code} (${organisation.level}).`,
    { fix: `Ask for an organisation of level ${levels.join(' or ')}.` },
  )
}

function listRows(store: Store, { template, organisation, period, rule }: Filling) {
  const scope = { organisation: organisation.code, period, rule }
  return fillRows(template, createFigureReader(store, scope))
}

async function generatedRows(store: Store, filling: Filling): Promise<ReportRow[]> {
  const { organisation, tree, period, rule } = filling
  const { from, to } = period
  const query = { organisation: organisation.code, from, to, rule }
  if (!AGGREGATING.includes(organisation.level)) {
    return rowsByField(await dossierStatistics(store, { ...query, by: ['field'] }))
  }
  const result = await dossierStatistics(store, { ...query, by: ['org', 'field'] })
  return rowsByUnit(result, { period, levelOf: (code) => tree.describe(code).level })
}

/** Levels whose form has rows by unit. */
const AGGREGATING: readonly string[] = ['province', 'central']

const PROVINCE = /^(?:UBND|Ủy ban nhân dân)\s+(?:tỉnh|thành phố)\s+/iu

function rootOf({ organisation, tree }: Filling): NamedOrganisation {
  return tree.describe(organisation.code.split('.')[0] ?? organisation.code)
}

function head(filling: Filling): FilledReport['head'] {
  const root = rootOf(filling)
  const { organisation, period } = filling
  return {
    province: root.level === 'province' ? root.name.replace(PROVINCE, '') : null,
    agency: organisation.name,
    organisationCode: organisation.code,
    level: organisation.level,
    period,
    issuedOn: null,
    reportNumber: null,
  }
}

function recipient(filling: Filling): string | null {
  const { organisation, template } = filling
  const root = rootOf(filling)
  return organisation.code === root.code ? (template.recipient ?? null) : root.name
}

function sourcesOf(streams: readonly StreamState[]): Provenance['sources'] {
  return [...Map.groupBy(streams, ({ source }) => source)]
    .map(([id, states]) => ({ id, lastCompletedAt: oldest(states) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** A source is as fresh as the stream whose last whole pass is the oldest; null when one never had any. */
function oldest(states: readonly StreamState[]): Instant | null {
  const completed = states.map(({ completedAt }) => completedAt)
  const known = completed.filter((at) => at !== null)
  return known.length < completed.length ? null : Math.min(...known)
}
