import { basename, extname } from 'node:path'
import { type OrganisationLevel, ReportTemplate, say, UsageError } from '@cchc/domain'
import { readReportFile } from '@cchc/files/check'
import { type Form, openForm } from '@cchc/files/fill'
import { lacksOf } from '@cchc/forms'
import { z } from 'zod'
import { file } from '../actions/entering.ts'
import type { HubContext } from '../context.ts'
import { scopeOf } from '../entered/entered-scope.ts'
import { otherHead } from '../entered/head-findings.ts'
import type { CountsAsked } from '../filling/counts-by-name.ts'
import { fillReport } from '../filling/fill-report.ts'
import type { FilledPlace } from '../filling/fill-rows-of-file.ts'
import { fillWideTables } from '../filling/fill-wide-tables.ts'
import { formOfFile } from '../filling/form-of-file.ts'
import { learntForm, requireBlank } from '../filling/learnt-form.ts'
import { placesOfLists, valuesIn } from '../filling/places-of-file.ts'
import { type ToldRows, toldRows } from '../filling/told-rows.ts'
import { anyway, Days, formName, Named, org, partial, period } from './parts.ts'
import { defineQuestion } from './question.ts'

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
    learn: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(80)
      .optional()
      .meta({
        description:
          'keep the form under this id, for report, why and consolidate with any organisation and period',
        vi: 'lưu biểu mẫu với mã này để dùng trong report, why và consolidate cho mọi đơn vị, mọi kỳ',
        placeholder: 'id',
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
            row: z.string().optional().describe('How `rows` calls it, where it could'),
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
      learnt: ReportTemplate.optional().describe('The form as data, where it is to be learnt'),
    })
    .meta({ id: 'FilledForm', description: 'A received form, filled' }),
  async ask(hub, asked) {
    const { organisation, level, period: days } = await scopeOf(hub, asked)
    const form = await openForm(asked.file)
    const report = await readReportFile(asked.file, { mayBeBlank: true })
    const { unread, notUnderstood } = report
    const { name } = asked.file
    const { file: _, rows, learn, ...how } = asked
    const of = { ...how, org: organisation.code }
    const told = toldRows(rows)
    const received = { name, report, form, level, told, asked: of }
    const { template } = asked
    const toLearn = { id: learn ?? '', name, kind: form.kind, report, level, template, told, rows }
    const learnt = learn === undefined ? undefined : await learntForm(hub, toLearn)
    const list = await listPlaces(withForm(hub, learnt), { ...received, learnt })
    const tables = await fillWideTables(hub, { tables: report.wide ?? [], form, told, asked: of })
    const { missing, cautions } = merged([list, tables])
    const places = [...list.places, ...tables.places]
    if (places.length === 0) throw nothingKnown(name)
    if (learnt) requireBlank(name, places)
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
      ...(learnt && { learnt }),
    }
  },
})

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
      const { isUnknown = false, row = one.label } = one
      return { ...at(one), reason, isUnknown, ...(isUnknown && { row }) }
    }),
  }
}

interface ReceivedLists {
  readonly name: string
  readonly report: Awaited<ReturnType<typeof readReportFile>>
  readonly form: Form
  readonly level: OrganisationLevel | undefined
  readonly told: ToldRows
  readonly asked: CountsAsked & { readonly template?: string | undefined }
  /** The form that was learnt of the file itself. */
  readonly learnt?: ReportTemplate | undefined
}

function withForm(hub: HubContext, form: ReportTemplate | undefined): HubContext {
  if (!form) return hub
  const others = hub.config.templates.filter(({ id }) => id !== form.id)
  return { ...hub, config: { ...hub.config, templates: [...others, form] } }
}

/** What becomes of the rows of lists; `template` absent = the file has none. */
async function listPlaces(
  hub: HubContext,
  { name, report, form, level, told, asked, learnt }: ReceivedLists,
) {
  const { rows } = report
  if (rows.length === 0) return { places: [], missing: [], cautions: [] }
  const template = learnt ?? formOfFile(hub, { name, rows, level, template: asked.template })
  const filled = await fillReport(hub, { ...asked, template: template.id })
  const { missing, cautions } = lacksOf(filled)
  return {
    template: template.id,
    places: await placesOfLists({ report, form, told, template, filled }),
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
