import type { ReportTemplate } from '@cchc/domain'
import { listTemplates } from '@cchc/forms'
import type { HubConfig } from './check-config.ts'

/** The forms that come with the hub, then those of the configured folder. */
export function templatesOf(config: Pick<HubConfig, 'templates'>): readonly ReportTemplate[] {
  return [...listTemplates(), ...config.templates]
}
