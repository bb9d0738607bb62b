import { NotFoundError, ReportTemplate } from '@cchc/domain'
import bnv581Province from './bnv-581-province.json' with { type: 'json' }
import tt01Form06a from './tt01-06a.json' with { type: 'json' }

const TEMPLATES: readonly ReportTemplate[] = [tt01Form06a, bnv581Province].map((template) =>
  ReportTemplate.parse(template),
)

/** The templates that reports can be made from. */
export function listTemplates(): readonly ReportTemplate[] {
  return TEMPLATES
}

/** The template of that name; throws NotFoundError, naming the known ones, for any other. */
export function getTemplate(id: string): ReportTemplate {
  const template = TEMPLATES.find((known) => known.id === id)
  if (template) return template
  throw new NotFoundError(`No report template is called ${id}.`, {
    fix: `Known templates: ${TEMPLATES.map((known) => known.id).join(', ')}.`,
  })
}
