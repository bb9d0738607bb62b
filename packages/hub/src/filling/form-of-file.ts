import type { AuditedRow } from '@cchc/audit'
import { shareInTemplate } from '@cchc/audit/entered'
import { type OrganisationLevel, type ReportTemplate, say, UsageError } from '@cchc/domain'
import { getTemplate } from '@cchc/forms'
import { preferOfficial, templatesOf } from '../config/templates.ts'
import type { HubContext } from '../context.ts'
import { listForms } from '../entered/indicators.ts'

/** What is known of a received form before its template is. */
interface Received {
  readonly name: string
  readonly rows: readonly AuditedRow[]
  readonly level: OrganisationLevel | undefined
  readonly template?: string | undefined
}

const LIKELY = 0.5

/**
 * The named template, else the one of the organisation's level that has most rows of the file, in all its sheets or in
 * one. Throws a UsageError where none has half of them, where several have as many, or where the rows of the form are not fixed.
 */
export function formOfFile(hub: Pick<HubContext, 'config'>, received: Received): ReportTemplate {
  const { name, template } = received
  if (template !== undefined) return withRows(getTemplate(template, templatesOf(hub.config)))
  const forms = formsOfLevel(hub, received)
  const [best, ...others] = mostLike(forms, received)
  const ids = (all: readonly ReportTemplate[]) => all.map(({ id }) => id).join(', ')
  if (!best) throw noForm(name, ids(forms))
  if (others.length > 0) throw severalForms(name, ids([best, ...others]))
  return best
}

/** The named template, else the only one that is most like the file; undefined where it is like none, or like several. */
export function likelyForm(
  hub: Pick<HubContext, 'config'>,
  received: Received,
): ReportTemplate | undefined {
  const { template } = received
  if (template !== undefined) return withRows(getTemplate(template, templatesOf(hub.config)))
  const builtIn = formsOfLevel(hub, received).filter(({ layout }) => layout === undefined)
  const [best, ...others] = mostLike(builtIn, received)
  return others.length === 0 ? best : undefined
}

function formsOfLevel(hub: Pick<HubContext, 'config'>, { level }: Received) {
  return listForms(hub).filter(({ levels }) => !levels || levels.some((own) => own === level))
}

function mostLike(forms: readonly ReportTemplate[], { rows }: Received) {
  const known = forms.map((form) => ({ form, share: shareOf(rows, form) }))
  const most = Math.max(LIKELY, ...known.map(({ share }) => share))
  return preferOfficial(known.filter(({ share }) => share === most).map(({ form }) => form))
}

function shareOf(rows: readonly AuditedRow[], form: ReportTemplate): number {
  const sheets = [...Map.groupBy(rows, ({ sheet }) => sheet).values()]
  return Math.max(...[rows, ...sheets].map((own) => shareInTemplate(own, form)))
}

function withRows(form: ReportTemplate): ReportTemplate {
  if (form.rows.length > 0) return form
  throw new UsageError(
    say('The rows of the form {form} are not fixed: files are not filled by it yet.', {
      form: form.id,
    }),
    { fix: say('Name a form with fixed rows, such as bnv-581-province.') },
  )
}

function noForm(file: string, forms: string): UsageError {
  return new UsageError(
    say('{file} has the rows of no form of this organisation’s level.', { file }),
    {
      fix: say('Name the form with --template: {forms}; or let it be learnt with --learn ID.', {
        forms,
      }),
    },
  )
}

function severalForms(file: string, forms: string): UsageError {
  return new UsageError(say('{file} can be several forms: {forms}.', { file, forms }), {
    fix: say('Name the form with --template: {forms}.', { forms }),
  })
}
