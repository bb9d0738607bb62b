import { type ReportTemplate, say, UsageError } from '@cchc/domain'
import { templatesOf } from '../config/templates.ts'
import type { HubContext } from '../context.ts'
import type { FilledPlace } from './fill-rows-of-file.ts'
import { likelyForm } from './form-of-file.ts'
import { learnForm, type ReceivedForm } from './learn-form.ts'

/** The form that a file is to be learnt as; UsageError where a form that was not learnt of a file is called so. */
export async function learntForm(
  hub: HubContext,
  of: Omit<ReceivedForm, 'base'> & {
    readonly name: string
    readonly template?: string | undefined
  },
): Promise<ReportTemplate> {
  const { report, id } = of
  const known = templatesOf(hub.config).find((one) => one.id === id)
  if (known && known.layout === undefined) throw takenName(id)
  const base = report.rows.length > 0 ? likelyForm(hub, { ...of, rows: report.rows }) : undefined
  return learnForm(hub, { ...of, base })
}

/** What stands in the cells of figures would stand in every report of the form. */
export function requireBlank(file: string, places: readonly FilledPlace[]): void {
  const held = places.filter(({ state }) => state === 'kept').map(({ address }) => address)
  if (held.length === 0) return
  const cells = `${held.slice(0, MOST_NAMED).join('; ')}${held.length > MOST_NAMED ? ' …' : ''}`
  throw new UsageError(
    say('{file} holds figures already, so that it is no form: {cells}.', { file, cells }),
    { fix: say('Clear these cells in a copy, and let that be learnt.') },
  )
}

const MOST_NAMED = 10

function takenName(id: string): UsageError {
  return new UsageError(say('A form that was not learnt of a file is called {id}.', { id }), {
    fix: say('Name the form otherwise.'),
  })
}
