import { basename, extname } from 'node:path'
import type { AuditedReport } from '@cchc/audit'
import { matchRows } from '@cchc/audit/entered'
import { type OrganisationLevel, say, UsageError } from '@cchc/domain'
import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { readReportFile } from '@cchc/files/check'
import { type Form, openForm } from '@cchc/files/fill'
import { lacksOf } from '@cchc/forms'
import { z } from 'zod'
import { file } from '../actions/entering.ts'
import type { HubContext } from '../context.ts'
import { scopeOf } from '../entered/entered-scope.ts'
import { otherHead } from '../entered/head-findings.ts'
import { type FilledPlace, placesOf } from '../filling/fill-rows-of-file.ts'
import { fillWideTables } from '../filling/fill-wide-tables.ts'
import { formOfFile } from '../filling/form-of-file.ts'
import { asTold, type ToldRows, toldRows } from '../filling/told-rows.ts'
import { anyway, Days, formName, Named, org, partial, period } from './parts.ts'
import { type AskedOf, defineQuestion } from './question.ts'
import { fillReport } from './report.ts'

const Place = z.object({
  address: z.string(),
  label: z.string(),
  rowId: z.string().optional().describe('The row of the form, as `why` takes it'),
})

/**
 * A received form with the figures of an organisation and period in its empty cells, all else as it was. UsageError for a
 * file that is no xlsx workbook and no docx document, has no table of indicators, or can be several forms.
 */
export const fill = defineQuestion({
  command: 'fill <FILE>',
  scope: 'figures:read',
  path: '/v1/fill',
  tag: 'Reports',
  takesLong: true,
  files: ['file'],
  about: {
    en: 'put figures into the empty cells of a form that was received (xlsx, docx)',
    vi: 'điền số liệu vào các ô trống của biểu mẫu nhận được (xlsx, docx)',
  },
  parameters: z.strictObject({
    file,
    org,
    period,
    template: formName.meta({
      description:
        'form that the file is (the one of the organisation’s level with its rows unless told)',
      vi: 'biểu mẫu của tệp (nếu không nêu thì theo cấp của đơn vị và các dòng trong tệp)',
      placeholder: 'id',
    }),
    rows: z.string().max(20_000).optional().meta({
      description:
        'what rows are that are not known by their names: “LABEL = row of the form, code of a unit or name of a field”, several with ; between',
      vi: 'dòng không nhận ra được là gì: “TÊN DÒNG = dòng của biểu mẫu, mã đơn vị hoặc tên lĩnh vực”, nhiều dòng cách nhau bằng dấu ;',
      placeholder: 'text',
    }),
    ...partial,
    ...anyway,
  }),
  answer: z
    .object({
      organisation: Named,
      period: Days.extend({ text: z.string() }),
      template: z.string(),
      filled: z.array(Place.extend({ value: z.string().describe('As the hub prints it') })),
      kept: z.array(
        Place.extend({
          held: z.string(),
          hub: z
            .string()
            .nullable()
            .describe('What the hub would print, where it says something else'),
        }),
      ),
      formulas: z.array(Place).describe('Cells that reckon themselves'),
      open: z
        .array(
          Place.extend({
            reason: z.string(),
            isUnknown: z.boolean().describe('Whether `rows` could tell what the row is'),
          }),
        )
        .describe('Cells that stay empty, and why'),
      tables: z.array(z.string()).describe('Tables that are not filled'),
      missing: z
        .array(z.string())
        .describe('What no source has read, where something stays empty or partial'),
      notes: z.array(z.string()).describe('What else needs a look'),
      name: z.string(),
      content: z.base64().describe('The filled file'),
    })
    .meta({ id: 'FilledForm', description: 'A received form, filled' }),
  async ask(hub, asked) {
    const { organisation, level, period: days } = await scopeOf(hub, asked)
    const form = await openForm(asked.file)
    const report = await readReportFile(asked.file, { mayBeBlank: true })
    const { unread, notUnderstood } = report
    const { name } = asked.file
    const { file: _, rows, ...how } = asked
    const of = { ...how, org: organisation.code }
    const told = toldRows(rows)
    const list = await listPlaces(hub, { name, report, form, level, told, asked: of })
    const tables = await fillWideTables(hub, { tables: report.wide ?? [], form, told, asked: of })
    const { missing, cautions } = merged([list, tables])
    const places = [...list.places, ...tables.places]
    if (places.length === 0) throw nothingKnown(name)
    const { bytes, hadMacros } = await form.fill(valuesIn(places))
    const isPartial =
      asked.partial === true || places.some((one) => one.state === 'open' && one.unreported)
    const who = { name: organisation.name, period: days }
    const head = otherHead(report.head, who).map(({ message }) => message)
    const without = hadMacros ? [say('The macros of {file} were left out.', { file: name })] : []
    return {
      organisation,
      period: days,
      template: list.template ?? tables.template ?? '',
      ...answerOf(hub, places),
      tables: tables.notFilled.map(hub.words),
      missing: isPartial ? missing : [],
      notes: [...[...head, ...unread, ...notUnderstood, ...without].map(hub.words), ...cautions],
      name: `${basename(name, extname(name))}_${organisation.code}_${days.text}.${form.kind}`,
      content: Buffer.from(bytes).toString('base64'),
    }
  },
})

function valuesIn(places: readonly FilledPlace[]) {
  return places.flatMap((place) =>
    place.state === 'filled' ? { address: place.address, ...place.shown } : [],
  )
}

function answerOf(hub: HubContext, places: readonly FilledPlace[]) {
  const of = <S extends FilledPlace['state']>(state: S) =>
    places.filter((one): one is Extract<FilledPlace, { state: S }> => one.state === state)
  const at = ({ address, label, rowId }: FilledPlace) => {
    return { address, label, ...(rowId !== undefined && { rowId }) }
  }
  return {
    filled: of('filled').map((one) => ({ ...at(one), value: one.shown.text })),
    kept: of('kept').map((one) => ({ ...at(one), held: one.held, hub: one.hub })),
    formulas: of('formula').map(at),
    open: of('open').map((one) => {
      const reason = hub.words(one.reason)
      return { ...at(one), reason, isUnknown: one.isUnknown ?? false }
    }),
  }
}

interface ReceivedLists {
  readonly name: string
  readonly report: AuditedReport
  readonly form: Form
  readonly level: OrganisationLevel | undefined
  readonly told: ToldRows
  readonly asked: Omit<AskedOf<typeof fill>, 'file' | 'org' | 'rows'> & { readonly org: string }
}

/** What becomes of the rows of lists; `template` absent = the file has none. */
async function listPlaces(
  hub: HubContext,
  { name, report: { rows }, form, level, told, asked }: ReceivedLists,
) {
  if (rows.length === 0) return { places: [], missing: [], cautions: [] }
  const template = formOfFile(hub, { name, rows, level, template: asked.template })
  const filled = await fillReport(hub, { ...asked, template: template.id })
  const known = matchRows(rows, { template, catalogue: await loadIndicatorCatalogue() })
  const meanings = asTold(known, { told, template })
  const { missing, cautions } = lacksOf(filled)
  return {
    template: template.id,
    places: placesOf(meanings, { form, filled }),
    missing: missing.map(hub.words),
    cautions: cautions.map(hub.words),
  }
}

function merged(
  parts: readonly { readonly missing: readonly string[]; readonly cautions: readonly string[] }[],
) {
  return {
    missing: [...new Set(parts.flatMap(({ missing }) => missing))],
    cautions: [...new Set(parts.flatMap(({ cautions }) => cautions))],
  }
}

function nothingKnown(file: string): UsageError {
  return new UsageError(say('Nothing in {file} is known that could be filled.', { file }), {
    fix: say(
      'The columns need heads such as “Số hồ sơ đã giải quyết”, the rows names of fields or organisations.',
    ),
  })
}
