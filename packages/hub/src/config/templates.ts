import type { ReportTemplate } from '@cchc/domain'
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
  return requireKnown(id, ids, `No report template ${quoted(id)} is known`)
}
