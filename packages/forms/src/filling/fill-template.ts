import {
  type Cell,
  FilledReport,
  type Instant,
  type Provenance,
  type ReportingPeriod,
  type ReportRow,
  type ReportTemplate,
  UsageError,
} from '@cchc/domain'
import { COUNTING_RULES, countingRule, dossierStatistics, loadOrganisations } from '@cchc/figures'
import type { Store } from '@cchc/store'
import { getTemplate } from '../templates/templates.ts'
import { createFigureReader } from './figure-reader.ts'
import { type FilledRows, fillRows } from './fill-rows.ts'
import { rowsByField, rowsByUnit } from './form-06a-rows.ts'
import { rowsOf07b } from './form-07b-rows.ts'
import { headOf, type Issuing, recipientOf } from './issuer.ts'
import type { ManualFigures } from './manual-figures.ts'
import { narrativeOf } from './narrative.ts'
import { sourcesOf } from './source-passes.ts'

/** Which report; `now` is the instant of what the store knows. `rule` defaults to that of TT 01/2020/TT-VPCP. */
export interface FillRequest {
  readonly template: string
  readonly organisation: string
  readonly period: ReportingPeriod
  readonly now: Instant
  readonly rule?: string
  /** Said of the frozen figures of a closed period. */
  readonly closed?: Provenance['closed']
  /** Said of figures shown by the organisations of another day than the period's last. */
  readonly treeAt?: Provenance['treeAt']
  /** The templates to choose from; those that come with the hub unless given. */
  readonly templates?: readonly ReportTemplate[]
  /** What people entered; nothing unless given. */
  readonly manual?: ManualFigures
}

interface Filling extends Issuing {
  readonly rule: string
  readonly manual: ManualFigures
}

const NOTHING_ENTERED: ManualFigures = { figure: async () => undefined }

/**
 * Fills a template from what the store knows and people entered. Throws NotFoundError for an unknown template or
 * organisation, UsageError for an unknown rule or for an organisation of which the form does not speak.
 */
export async function fillTemplate(store: Store, request: FillRequest): Promise<FilledReport> {
  const template = getTemplate(request.template, request.templates)
  const rule = countingRule(request.rule ?? COUNTING_RULES[0]?.id ?? '')
  const tree = await loadOrganisations(store)
  const organisation = tree.require(request.organisation)
  const { period, now, manual = NOTHING_ENTERED } = request
  const filling: Filling = { template, organisation, tree, period, rule: rule.id, manual }
  checkLevel(filling)
  const { rows, cells } = await filledRows(store, filling)
  return FilledReport.parse({
    ...formOf(template),
    ...narrativeOf(template, { agency: organisation.name, period, rows, cells }),
    head: headOf(filling),
    recipient: recipientOf(filling),
    rows,
    provenance: {
      rule: { id: rule.id, version: rule.version, name: rule.name },
      sources: await sourcesOf(store),
      madeAt: now,
      ...(request.closed ? { closed: request.closed } : {}),
      ...(request.treeAt === undefined ? {} : { treeAt: request.treeAt }),
    },
  })
}

/** What a report takes from its form as it stands. */
function formOf({
  id,
  title,
  formNumber,
  unitLine,
  columns,
  legalBasis,
  groupName,
}: ReportTemplate) {
  const form = { templateId: id, title, formNumber, unitLine, columns, legalBasis }
  return groupName === undefined ? form : { ...form, groupName }
}

/** Throws UsageError where a form is not made by organisations of that level. */
export function checkLevel({
  template,
  organisation,
}: Pick<Filling, 'template' | 'organisation'>): void {
  const { levels } = template
  if (levels === undefined || levels.includes(organisation.level)) return
  throw new UsageError(
    `The form ${template.id} is not made by ${organisation.code} (${organisation.level}).`,
    { fix: `Ask for an organisation of level ${levels.join(' or ')}.` },
  )
}

async function filledRows(store: Store, filling: Filling): Promise<FilledRows> {
  if (filling.template.rows.length > 0) return listRows(store, filling)
  const rows = await GENERATORS[filling.template.generatedFrom ?? 'dossier-statistics'](
    store,
    filling,
  )
  return { rows, cells: new Map<string, Cell>() }
}

function listRows(store: Store, filling: Filling): Promise<FilledRows> {
  const { template, period, rule, manual } = filling
  const organisation = filling.organisation.code
  return fillRows(template, {
    figure: createFigureReader(store, { organisation, period, rule }),
    manual: (indicatorId) => manual.figure({ indicatorId, organisation, period }),
  })
}

const GENERATORS: Readonly<
  Record<
    NonNullable<ReportTemplate['generatedFrom']>,
    (store: Store, filling: Filling) => Promise<ReportRow[]>
  >
> = {
  'dossier-statistics': statisticsRows,
  'procedure-counts': (store, { organisation }) => rowsOf07b(store, organisation),
}

async function statisticsRows(store: Store, filling: Filling): Promise<ReportRow[]> {
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
