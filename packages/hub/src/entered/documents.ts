import {
  Day,
  dayNumberOf,
  dayText,
  type FilledReport,
  IndexAssessment,
  indexGap,
  instantText,
  NotFoundError,
  OrganisationLevel,
  Plan,
  parsePeriod,
  tasksToLookAfter,
  UsageError,
} from '@cchc/domain'
import { planReport, readIndexFile, readPlanFile } from '@cchc/files/entered'
import type { DocumentKind, StoredDocument } from '@cchc/store'
import type { HubContext } from '../context.ts'
import type {
  DocumentImportResult,
  DocumentScope,
  DocumentView,
  IndexImport,
  IndexView,
  PlanImport,
  PlanQuery,
  PlanView,
} from './contract.ts'
import { entryOptions, organisationOf, originOf } from './entered-scope.ts'

/** Keeps a plan's task table. */
export async function importPlan(
  context: HubContext,
  request: PlanImport,
): Promise<DocumentImportResult<Plan>> {
  const { code, name } = await organisationOf(context, request.organisation)
  const { year, file } = request
  const content = await readPlanFile(file, { agency: name, year })
  return save(context, { request, kind: 'plan', organisation: { code, name }, content })
}

/** Keeps the result of an index. */
export async function importIndex(
  context: HubContext,
  request: IndexImport,
): Promise<DocumentImportResult<IndexAssessment>> {
  const { code, name } = await organisationOf(context, request.organisation)
  const content = await readIndexFile(request.file, { agency: name, year: request.year })
  if (request.year !== undefined && request.year !== content.year) throw otherYear(content.year)
  return save(context, { request, kind: 'index', organisation: { code, name }, content })
}

/** The tasks of a plan as they stand today, or on the day that is asked for. */
export async function planOf(context: HubContext, query: PlanQuery): Promise<PlanView> {
  const { dueBy, lateOn } = query
  checkDays({ dueBy, lateOn })
  const { stored, view } = await requireDocument(context, { ...query, kind: 'plan' })
  const today = dayText(dayNumberOf(context.now()))
  const plan = Plan.parse(stored.content)
  const days = { ...(dueBy ? { dueBy } : {}), ...(lateOn ? { lateOn } : {}) }
  const tasks = tasksToLookAfter(plan, { ...days, today })
  return { ...view, title: plan.title, on: lateOn ?? dueBy ?? today, tasks }
}

/** The task table of a plan as a report. */
export async function planReportOf(
  context: HubContext,
  query: DocumentScope,
): Promise<FilledReport> {
  const { stored, level } = await requireDocument(context, { ...query, kind: 'plan' })
  const plan = Plan.parse(stored.content)
  return planReport(plan, {
    province: null,
    agency: plan.agency,
    organisationCode: stored.organisation,
    level: OrganisationLevel.parse(level),
    period: parsePeriod(String(plan.year), { day: context.config.reporting.cutOffDay }),
    issuedOn: null,
    reportNumber: null,
  })
}

/** The result of an index and what its target asks for. */
export async function indexOf(
  context: HubContext,
  query: Partial<DocumentScope>,
): Promise<IndexView> {
  const { stored, view } = await requireDocument(context, { ...query, kind: 'index' })
  const result = IndexAssessment.parse(stored.content)
  return { ...view, result, gap: indexGap(result) }
}

async function save<T extends { readonly year: number }>(
  { store }: HubContext,
  entry: {
    readonly request: PlanImport | IndexImport
    readonly kind: DocumentKind
    readonly organisation: DocumentView['organisation']
    readonly content: T
  },
): Promise<DocumentImportResult<T>> {
  const { request, kind, organisation, content } = entry
  const { year } = content
  const document = { kind, organisation: organisation.code, year, content }
  const changed = await store.saveDocument(
    { ...document, origin: originOf(request.file) },
    entryOptions(request),
  )
  return { organisation, year, dryRun: request.dryRun ?? false, changed, content }
}

async function requireDocument(
  context: HubContext,
  query: Partial<DocumentScope> & { readonly kind: DocumentKind },
): Promise<{ stored: StoredDocument; view: DocumentView; level: string | undefined }> {
  const { code, name, level } = await organisationOf(context, query.organisation)
  const { kind, year } = query
  const asked = { kind, organisation: code, ...(year === undefined ? {} : { year }) }
  const stored = (await context.store.listDocuments(asked)).at(-1)
  if (!stored) throw notEntered(asked)
  const { enteredBy, enteredAt, origin, reason } = stored
  const entered = { enteredBy, enteredAt: instantText(enteredAt), origin, reason }
  const view = { organisation: { code, name }, year: stored.year, ...entered }
  return { stored, view, level }
}

function checkDays(days: {
  readonly dueBy: string | undefined
  readonly lateOn: string | undefined
}) {
  const faults = Object.entries(days)
    .filter(([, day]) => day !== undefined && !Day.safeParse(day).success)
    .map(([path]) => ({ path, message: 'must be a day such as 2023-09-30' }))
  if (days.dueBy !== undefined && days.lateOn !== undefined) {
    faults.push({ path: 'lateOn', message: 'cannot be asked for together with dueBy' })
  }
  if (faults.length > 0) throw new UsageError('The days cannot be used.', { faults })
}

function notEntered(asked: {
  readonly kind: DocumentKind
  readonly organisation: string
  readonly year?: number
}): NotFoundError {
  const { kind, organisation, year } = asked
  const when = year === undefined ? '' : ` of ${year}`
  return new NotFoundError(`No ${kind}${when} of ${organisation} was entered.`, {
    fix: `Enter it: cchc ${kind} import FILE --org ${organisation}${year ? ` --year ${year}` : ''}`,
  })
}

function otherYear(year: number): UsageError {
  return new UsageError(`The file speaks of the year ${year}.`, {
    fix: 'Name that year, or leave the year out.',
    faults: [{ path: 'year', message: `is ${year} in the file` }],
  })
}
