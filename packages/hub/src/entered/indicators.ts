import { figuresOfReport, readEnteredCell, shareInTemplate } from '@cchc/audit/entered'
import {
  dayNumber,
  dayText,
  instantText,
  NotFoundError,
  parsePeriod,
  printCell,
  type ReportTemplate,
  UsageError,
} from '@cchc/domain'
import { type CatalogueIndicator, loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { readReportFile } from '@cchc/files/check'
import { getTemplate } from '@cchc/forms'
import type { StoredManualFigure } from '@cchc/store'
import { templatesOf } from '../config/templates.ts'
import type { HubContext } from '../context.ts'
import { reportOf } from '../figures.ts'
import { suggestion } from '../near.ts'
import type {
  EnteredScope,
  IndicatorEntry,
  IndicatorImport,
  IndicatorImportResult,
  IndicatorQuery,
  IndicatorView,
  MissingIndicator,
} from './contract.ts'
import { entryOptions, organisationOf, originOf, scopeOf } from './entered-scope.ts'
import { headFindings } from './head-findings.ts'

/** Takes the figures of a filled report into the store, all or none. */
export async function importIndicators(
  context: HubContext,
  request: IndicatorImport,
): Promise<IndicatorImportResult> {
  const { organisation, period } = await scopeOf(context, request)
  const report = await readReportFile(request.file)
  const template = request.template
    ? getTemplate(request.template, templatesOf(context.config))
    : likelyTemplate(report.rows, listForms(context))
  const read = figuresOfReport(report, { template, catalogue: await loadIndicatorCatalogue() })
  if (read.faults.length > 0) throw faulty(request.file.name, read.faults)
  const origin = originOf(request.file)
  const scope = {
    organisation: organisation.code,
    from: dayNumber(period.from),
    to: dayNumber(period.to),
    period: period.text,
  }
  const entries = read.figures.map(({ address, ...figure }) => {
    return { ...scope, ...figure, origin: { ...origin, address } }
  })
  const outcome = await context.store.setManualFigures(entries, entryOptions(request))
  const { computed, blank } = read
  const findings = [...headFindings(report, { name: organisation.name, period }), ...read.findings]
  const file = { name: origin.file, sha256: origin.sha256 }
  const done = { ...outcome, computed, blank, findings, dryRun: request.dryRun ?? false }
  return { organisation, period, file, template: template?.id ?? null, ...done }
}

const NO_NUMBER = 'words, where a number is asked for; put words into the note'

/** Enters one figure; with a reason it may replace another one. */
export async function setIndicator(
  context: HubContext,
  entry: IndicatorEntry,
): Promise<IndicatorView> {
  const { organisation, period } = await scopeOf(context, entry)
  const indicator = await requireIndicator(entry.indicatorId)
  if (indicator.quotient) throw computedRate(indicator)
  const read = readEnteredCell(entry.value, indicator)
  if ('fault' in read) throw faulty(indicator.id, [{ path: 'value', message: read.fault }])
  if (read.words) throw faulty(indicator.id, [{ path: 'value', message: NO_NUMBER }])
  const key = {
    indicatorId: indicator.id,
    organisation: organisation.code,
    from: dayNumber(period.from),
    to: dayNumber(period.to),
  }
  const figure = { ...key, period: period.text, cell: read.cell, note: entry.note ?? '' }
  await context.store.setManualFigures([{ ...figure, origin: null }], entryOptions(entry))
  const [stored] = await context.store.listManualFigures(key)
  if (!stored) throw new RangeError('a figure that was entered is not in the store')
  return viewOf(stored, indicator)
}

/** Entered figures in the order of the catalogue, those of a form in its order. */
export async function listIndicators(
  context: HubContext,
  query: IndicatorQuery = {},
): Promise<readonly IndicatorView[]> {
  const { store } = context
  const period = query.period === undefined ? undefined : periodOf(context, query.period)
  const named = query.organisation ?? context.config.reporting.organisation
  const organisation = named === undefined ? undefined : (await organisationOf(context, named)).code
  const stored = await store.listManualFigures({
    ...(organisation === undefined ? {} : { organisation }),
    ...period,
    includeHistory: query.history ?? false,
  })
  const catalogue = await catalogueById()
  const views = stored.map((one) => viewOf(one, catalogue.get(one.indicatorId)))
  if (query.template === undefined) return inOrderOf([...catalogue.keys()], views)
  const form = getTemplate(query.template, templatesOf(context.config))
  const printed = new Set(form.rows.map((row) => row.indicatorId ?? ''))
  return inOrderOf(
    [...printed],
    views.filter(({ indicatorId }) => printed.has(indicatorId)),
  )
}

/** Indicators of forms of which the filled form has no figure, without those computed from others. */
export async function missingIndicators(
  context: HubContext,
  query: EnteredScope & { readonly template?: string },
): Promise<readonly MissingIndicator[]> {
  const { organisation, level } = await scopeOf(context, query)
  const templates =
    query.template === undefined
      ? listForms(context).filter(({ levels }) => !levels || levels.some((own) => own === level))
      : [getTemplate(query.template, templatesOf(context.config))]
  const missing = templates.map(async (template) => {
    const asked = { organisation: organisation.code, period: query.period }
    const report = await reportOf(context, { ...asked, template: template.id })
    return missingIn(template, new Map(report.rows.map((row) => [row.rowId, row.cells])))
  })
  const found = (await Promise.all(missing)).flat()
  return [...new Map(found.toReversed().map((one) => [one.indicatorId, one])).values()].toReversed()
}

function missingIn(
  template: ReportTemplate,
  cells: ReadonlyMap<string, Readonly<Record<string, { readonly state: string }>>>,
): MissingIndicator[] {
  return template.rows.flatMap(({ rowId, indicatorId, binding, code, label, unit }) => {
    const derived = binding?.kind === 'quotient' || binding?.kind === 'sum'
    const states = Object.values(cells.get(rowId) ?? {}).map(({ state }) => state)
    if (indicatorId === null || derived || !states.includes('not_reported')) return []
    return [{ indicatorId, template: template.id, code, label, unit }]
  })
}

const LIKELY = 0.5

/** The form in which most rows of a file stand; null when that is none. */
function likelyTemplate(
  rows: Parameters<typeof shareInTemplate>[0],
  forms: readonly ReportTemplate[],
): ReportTemplate | null {
  const [best] = forms
    .map((template) => ({ template, share: shareInTemplate(rows, template) }))
    .toSorted((a, b) => b.share - a.share)
  return best && best.share >= LIKELY ? best.template : null
}

function listForms({ config }: HubContext): readonly ReportTemplate[] {
  return templatesOf(config).filter(({ rows }) => rows.length > 0)
}

function periodOf(context: HubContext, text: string) {
  const { from, to } = parsePeriod(text, { day: context.config.reporting.cutOffDay })
  return { from: dayNumber(from), to: dayNumber(to) }
}

async function catalogueById(): Promise<ReadonlyMap<string, CatalogueIndicator>> {
  const { indicators } = await loadIndicatorCatalogue()
  return new Map(indicators.map((one) => [one.id, one]))
}

async function requireIndicator(id: string): Promise<CatalogueIndicator> {
  const catalogue = await catalogueById()
  const indicator = catalogue.get(id)
  if (indicator) return indicator
  throw new NotFoundError(`No indicator ${JSON.stringify(id.slice(0, 80))} is known`, {
    fix: suggestion(id, [...catalogue.keys()]),
  })
}

/** Organisations and periods stay together, as the store gives them. */
function inOrderOf(
  indicators: readonly string[],
  views: readonly IndicatorView[],
): readonly IndicatorView[] {
  const order = new Map(indicators.map((id, index) => [id, index]))
  const place = ({ indicatorId }: IndicatorView) => order.get(indicatorId) ?? order.size
  const scopes = Map.groupBy(views, ({ organisation, from, to }) => `${organisation} ${from} ${to}`)
  return [...scopes.values()].flatMap((own) => own.toSorted((a, b) => place(a) - place(b)))
}

function viewOf(
  figure: StoredManualFigure,
  indicator: CatalogueIndicator | undefined,
): IndicatorView {
  const { id: _, from, to, enteredAt, supersededAt, ...rest } = figure
  return {
    ...rest,
    label: indicator?.label ?? figure.indicatorId,
    unit: indicator?.unit ?? '',
    from: dayText(from),
    to: dayText(to),
    value: printCell(figure.cell),
    enteredAt: instantText(enteredAt),
    supersededAt: supersededAt === null ? null : instantText(supersededAt),
  }
}

function faulty(what: string, faults: UsageError['faults']): UsageError {
  const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`
  return new UsageError(`${what} has ${count}; nothing was entered.`, {
    fix: 'Correct what is named and try again.',
    faults,
  })
}

function computedRate({ id, quotient }: CatalogueIndicator): UsageError {
  return new UsageError(`${id} is computed from its parts and cannot be entered.`, {
    fix: `Enter ${quotient?.numerator} and ${quotient?.denominator}.`,
    faults: [{ path: 'id', message: 'is a rate' }],
  })
}
