import type {
  CountingRule,
  Day,
  Instant,
  Message,
  OrganisationLevel,
  ReportingPeriod,
  ReportOrigin,
  ReportTemplate,
} from '@cchc/domain'
import {
  COUNTING_RULES,
  cautionOf,
  countedOtherwise,
  notMadeFor,
  notVerified,
  say,
  UsageError,
} from '@cchc/domain'
import {
  type FigureScope,
  type NamedOrganisation,
  openCounting,
  openCoverage,
  openStated,
} from '@cchc/figures'
import type { Store } from '@cchc/store'
import { getTemplate, listTemplates } from '../templates/templates.ts'

/** Which form of which organisation for which period; `rule` defaults to the form's, or that of TT 01/2020/TT-VPCP. */
export interface ReportRequest {
  readonly template: string
  readonly organisation: string
  readonly period: ReportingPeriod
  readonly rule?: string
  /** The instant of what the store knows. */
  readonly now: Instant
  /** Said where the clock was far behind that instant. */
  readonly clock?: ReportOrigin['clock']
  /** Figures of which only a part is known are shown all the same, and say so; otherwise they are not reported. */
  readonly partial?: boolean
  /** A form or rule that is out of force is wanted all the same, and says so. */
  readonly anyway?: boolean
  /** Nobody asked for the form: a figure of it is, so that its days in force do not matter. */
  readonly formUnasked?: boolean
  /** The templates to choose from; those that come with the hub unless given. */
  readonly templates?: readonly ReportTemplate[]
}

/** A form with everything that its figures are counted with, looked up once. */
export interface OpenReport {
  readonly template: ReportTemplate
  readonly scope: FigureScope
  /** That the form or the rule is, or may be, out of force, that nobody has held the form against its document, that it is made for other periods. */
  readonly cautions: readonly Message[]
}

/**
 * Finds what a request names. Throws NotFoundError for an unknown template or organisation, UsageError for an unknown
 * rule, for an organisation of which the form does not speak, or for a form out of force.
 */
export async function openReport(store: Store, request: ReportRequest): Promise<OpenReport> {
  const template = getTemplate(request.template, request.templates)
  const counting = await openCounting(store, request.rule ?? template.rule)
  const organisation = counting.names.organisations.require(request.organisation)
  checkLevel(template, { organisation, request })
  const { now, clock = now, period, partial = false } = request
  const coverage = await openCoverage(store, { now: clock })
  const { code } = organisation
  const stated = openStated(counting, { organisation: code, from: period.from, to: period.to })
  const scope = { ...counting, organisation, period, coverage, stated, partial }
  return { template, scope, cautions: cautionsOf({ template, ...scope }, request) }
}

function cautionsOf(
  { template, rule }: { readonly template: ReportTemplate; readonly rule: CountingRule },
  { period, anyway = false, formUnasked = false, templates = listTemplates() }: ReportRequest,
): readonly Message[] {
  const asked = { day: period.to, anyway }
  const name = nameAmong(template, templates)
  const earlier = earlierForms(template, { day: period.to, templates })
  const form = { name, inForce: template.inForce, earlier, unsure: 'refused' } as const
  const ofForm = formUnasked
    ? []
    : [
        cautionOf({ ...asked, ...form, path: 'template' }),
        template.verified === null ? notVerified(name) : undefined,
        notMadeFor(name, { kinds: template.periods, kind: period.kind }),
        otherRule(name, template, rule),
      ]
  const ofRule = countsDossiers(template)
    ? cautionOf({ ...asked, name: rule.id, inForce: rule.inForce, path: 'rule' })
    : undefined
  return [...ofForm, ofRule].flatMap((caution) => caution ?? [])
}

/** A form of dossiers has the columns of one rule; others count by any. */
function otherRule(
  name: string,
  { generatedFrom, rule: own = COUNTING_RULES[0]?.id ?? '' }: ReportTemplate,
  rule: CountingRule,
): Message | undefined {
  return generatedFrom === 'dossier-statistics' ? countedOtherwise(name, { own, rule }) : undefined
}

/** The number of the form, with its id where another form has the same number. */
function nameAmong(
  { id, formNumber }: ReportTemplate,
  templates: readonly ReportTemplate[],
): string {
  if (formNumber === null) return id
  const isShared = templates.some((one) => one.formNumber === formNumber && one.id !== id)
  return isShared ? `${formNumber} (${id})` : formNumber
}

/** Whether the form has figures that a rule decides about. */
function countsDossiers({ generatedFrom }: ReportTemplate): boolean {
  return generatedFrom !== 'procedure-counts'
}

/** The forms whose place a form took, of those that were in force on a day. */
function earlierForms(
  { id }: ReportTemplate,
  { day, templates }: { readonly day: Day; readonly templates: readonly ReportTemplate[] },
): readonly string[] {
  const before = templates.filter(({ inForce }) => inForce?.forms?.includes(id))
  return before.flatMap(({ id: name, inForce }) =>
    cautionOf({ name, path: 'template', inForce, day, anyway: true }) ? [] : name,
  )
}

function checkLevel(
  { id, levels }: ReportTemplate,
  asked: { readonly organisation: NamedOrganisation; readonly request: ReportRequest },
): void {
  const { code, level } = asked.organisation
  if (levels === undefined || levels.includes(level)) return
  const named = { form: id, organisation: code, level: LEVELS[level] }
  throw new UsageError(say('The form {form} is not made by {organisation} ({level}).', named), {
    fix: fixOfLevel(levels, asked),
  })
}

function fixOfLevel(
  levels: readonly OrganisationLevel[],
  { organisation: { code, level }, request }: Parameters<typeof checkLevel>[1],
): Message {
  const { period, templates = listTemplates() } = request
  const forms = templates.filter(({ id: name, levels: own, inForce }) => {
    if (!own?.includes(level)) return false
    return !cautionOf({ name, path: 'template', inForce, day: period.to, anyway: true })
  })
  const wanted = { level: anyOf(levels) }
  if (forms.length === 0) return say('Ask for an organisation of level {level}.', wanted)
  const own = { organisation: code, forms: forms.map(({ id }) => id).join(', ') }
  return say('Ask for an organisation of level {level}; {organisation} makes {forms}.', {
    ...wanted,
    ...own,
  })
}

const LEVELS: Readonly<Record<OrganisationLevel, Message>> = {
  central: say('central'),
  province: say('province'),
  department: say('department'),
  district: say('district'),
  commune: say('commune'),
  unit: say('unit'),
}

function anyOf(levels: readonly OrganisationLevel[]): Message {
  return levels
    .map((level) => LEVELS[level])
    .reduceRight((other, level) => say('{level} or {other}', { level, other }))
}
