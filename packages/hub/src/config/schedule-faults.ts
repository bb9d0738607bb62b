import { type Fault, type ReportTemplate, say } from '@cchc/domain'
import { suggestion } from '../near.ts'
import type { HubSettings } from './hub-settings.ts'

type Schedules = HubSettings['schedules']

/** The sources that schedules name and that are not configured, with what was probably meant. */
export function unknownSources(schedules: Schedules, known: readonly string[]): Fault[] {
  return Object.entries(schedules).flatMap(([id, { work }]) => {
    if (work.kind !== 'sync' || work.sources === 'all') return []
    return work.sources.flatMap((source, index) => {
      if (known.includes(source)) return []
      const values = { source, suggestion: suggestion(source, known) }
      const message = say('no source is called {source}. {suggestion}', values)
      return [{ path: `schedules.${id}.sync.${index}`, message }]
    })
  })
}

/** The forms that schedules name and that there are none of. */
export function unknownForms(schedules: Schedules, templates: readonly ReportTemplate[]): Fault[] {
  const known = templates.map((template) => template.id)
  return Object.entries(schedules).flatMap(([id, { work }]) => {
    if (work.kind !== 'report' || known.includes(work.template)) return []
    const values = { form: work.template, suggestion: suggestion(work.template, known) }
    const message = say('no form is called {form}. {suggestion}', values)
    return [{ path: `schedules.${id}.report`, message }]
  })
}
