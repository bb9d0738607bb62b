import type { Message, OrganisationLevel, ReportingPeriod, ReportTemplate } from '@cchc/domain'
import { say, UsageError } from '@cchc/domain'
import { type FigureScope, type NamedOrganisation, openCounting } from '@cchc/figures'
import type { Store } from '@cchc/store'
import { getTemplate } from '../templates/templates.ts'

/** Which form of which organisation for which period; `rule` defaults to that of TT 01/2020/TT-VPCP. */
export interface ReportRequest {
  readonly template: string
  readonly organisation: string
  readonly period: ReportingPeriod
  readonly rule?: string
  /** The templates to choose from; those that come with the hub unless given. */
  readonly templates?: readonly ReportTemplate[]
}

/** A form with everything that its figures are counted with, looked up once. */
export interface OpenReport {
  readonly template: ReportTemplate
  readonly scope: FigureScope
}

/**
 * Finds what a request names. Throws NotFoundError for an unknown template or organisation, UsageError for an unknown
 * rule or for an organisation of which the form does not speak.
 */
export async function openReport(store: Store, request: ReportRequest): Promise<OpenReport> {
  const template = getTemplate(request.template, request.templates)
  const counting = await openCounting(store, request.rule)
  const organisation = counting.names.organisations.require(request.organisation)
  checkLevel(template, organisation)
  return { template, scope: { ...counting, organisation, period: request.period } }
}

function checkLevel({ id, levels }: ReportTemplate, { code, level }: NamedOrganisation): void {
  if (levels === undefined || levels.includes(level)) return
  const named = { form: id, organisation: code, level: LEVELS[level] }
  throw new UsageError(say('The form {form} is not made by {organisation} ({level}).', named), {
    fix: say('Ask for an organisation of level {level}.', { level: anyOf(levels) }),
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
