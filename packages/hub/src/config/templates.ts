import { cautionOf, type Day, type ReportTemplate, say } from '@cchc/domain'
import { listTemplates } from '@cchc/forms'
import { quoted, requireKnown } from '../near.ts'
import type { HubConfig } from './check-config.ts'

/** The forms that come with the hub, then those of the configured folder. */
export function templatesOf(config: Pick<HubConfig, 'templates'>): readonly ReportTemplate[] {
  return [...listTemplates(), ...config.templates]
}

/** The id itself when a template has it; throws NotFoundError with near ones otherwise. */
export function requireTemplate(id: string, templates: readonly ReportTemplate[]): string {
  const ids = templates.map((one) => one.id)
  return requireKnown(id, ids, say('No report template {name} is known', { name: quoted(id) }))
}

/** Those that were not learnt of a received file; all of them where none is. */
export function preferOfficial(templates: readonly ReportTemplate[]): readonly ReportTemplate[] {
  const official = templates.filter(({ layout }) => layout === undefined)
  return official.length > 0 ? official : templates
}

/** Those that are in force on a day, as far as that is known; all of them where none is. */
export function preferInForce(
  templates: readonly ReportTemplate[],
  day: Day,
): readonly ReportTemplate[] {
  const isInForce = ({ id: name, inForce }: ReportTemplate) =>
    cautionOf({ name, path: 'template', inForce, day, anyway: true }) === undefined
  const inForce = templates.filter(isInForce)
  return inForce.length > 0 ? inForce : templates
}
