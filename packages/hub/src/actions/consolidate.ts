import { createHash } from 'node:crypto'
import { say, UsageError } from '@cchc/domain'
import type { GivenFile } from '@cchc/files/check'
import { z } from 'zod'
import { requireTemplate, templatesOf } from '../config/templates.ts'
import { differencesOf, ratesOfDifferentUnits } from '../consolidation/compared.ts'
import { excusedUnits } from '../consolidation/excused-units.ts'
import { entriesOfUnits, sumEntries, sumsOfUnits } from '../consolidation/sum-units.ts'
import { takeFiles } from '../consolidation/taken.ts'
import { unitsBelow } from '../consolidation/units.ts'
import type { HubContext } from '../context.ts'
import { requireBegun } from '../entered/begun-period.ts'
import { entryOptions, scopeOf } from '../entered/entered-scope.ts'
import { Days, Named, namesOf, org, partial, period } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { entering } from './entering.ts'

const Ids = z.array(z.string())
const Faults = z.array(z.object({ path: z.string(), message: z.string() }))

const Unit = z.object({
  organisation: Named,
  state: z
    .enum(['file', 'entered', 'refused', 'missing'])
    .describe(
      'Its file was taken; its figures had been entered before; its file was refused; nothing',
    ),
  file: z.string().nullable(),
  sha256: z.string().nullable(),
  added: Ids,
  replaced: Ids,
  unchanged: z.int(),
  blank: Ids.describe('Indicators whose cells are blank in its file'),
  findings: z.array(
    z.object({
      address: z.string(),
      quote: z.string().optional().describe('Words of the text, where it is about no cell'),
      severity: z.enum(['error', 'warning']),
      message: z.string(),
      comment: z.string().describe('As a comment says it, with what should stand there'),
    }),
  ),
})

const Sum = z.object({
  indicatorId: z.string(),
  label: z.string(),
  unit: z.string(),
  sum: z.number().nullable().describe('Of the units that give it; null = none does'),
  given: z.int().describe('How many units give it'),
  notGiven: Ids.describe('Units that leave it blank or have sent nothing'),
  words: Ids.describe('Units whose words cannot be added'),
})

const Answer = z
  .object({
    organisation: Named,
    period: Days.extend({ text: z.string() }),
    template: z.string(),
    units: z.array(Unit),
    without: z.array(Named).describe('Units that need not send: neither asked for nor added'),
    refused: z.array(z.object({ file: z.string(), reason: z.string(), faults: Faults })),
    sums: z.array(Sum),
    notAdded: Ids.describe('Words, coded values and rates without parts, which are not added'),
    entered: z.object({ added: Ids, replaced: Ids, unchanged: Ids }),
    differences: z.array(
      z.object({
        indicatorId: z.string(),
        label: z.string(),
        units: z.number().describe('The sum of the units'),
        report: z.string().describe('What the form prints: counted from the portals, or entered'),
      }),
    ),
    cautions: z.array(z.string()),
    dryRun: z.boolean(),
  })
  .meta({ id: 'Consolidation', description: 'What the units sent, and what it makes' })

/**
 * Takes the files of the units below an organisation, those that are theirs and of the period, and enters the sums of
 * what they give; files are taken each by itself, and again in place of an earlier one. Without files it adds up what was
 * entered. UsageError where the organisation has no units, or the form no fixed rows.
 */
export const consolidate = defineAction({
  command: 'consolidate [FOLDER]',
  scope: 'enter',
  http: {
    method: 'post',
    path: '/v1/consolidations',
    query: ['org', 'period', 'template', 'without', 'partial', 'by', 'reason', 'dryRun'],
    body: [],
    files: ['folder'],
  },
  tag: 'Entered by people',
  severalFiles: ['folder'],
  about: {
    en: "take the units' files of a folder: who has sent what, faults, sums, and the form of the level above",
    vi: 'tổng hợp tệp của các đơn vị trong một thư mục: ai đã gửi, lỗi, số cộng, và biểu của cấp trên',
  },
  parameters: z.strictObject({
    folder: z.custom<readonly GivenFile[]>(Array.isArray).meta({
      description: 'folder with the files of the units',
      vi: 'thư mục chứa tệp của các đơn vị',
    }),
    org,
    period,
    template: z.string().min(1).max(80).meta({
      description: 'form that is filled with the sums, such as bnv-581-province',
      vi: 'biểu mẫu được điền số tổng hợp, ví dụ bnv-581-province',
      placeholder: 'id',
    }),
    without: namesOf().optional().meta({
      description: 'units below that need not send, by code or whole name, with commas between',
      vi: 'đơn vị trực thuộc không phải gửi, ghi mã hoặc tên đầy đủ, cách nhau bằng dấu phẩy',
      placeholder: 'units',
    }),
    ...partial,
    by: entering.by,
    reason: entering.reason,
    dryRun: entering.dryRun,
  }),
  answer: Answer,
  async act(hub, asked) {
    const { organisation, period: days } = await scopeOf(hub, asked)
    requireBegun(hub, days)
    const template = formOf(hub, asked.template)
    const below = await unitsBelow(hub.store, organisation.code)
    const all = { organisation: organisation.code, period: days, units: below, template }
    const excused = await excusedUnits(hub.store, { ...all, names: asked.without ?? [] })
    const units = below.filter((unit) => !excused.includes(unit))
    if (units.length === 0) throw noUnits(organisation)
    const how = { ...entryOptions(asked), reason: asked.reason ?? reasonFor(excused) }
    const scope = { ...all, units }
    const taken = await takeFiles(hub, asked.folder, { ...scope, how })
    const entries = await entriesOfUnits(hub.store, scope)
    const overlaid = [
      ...entries.filter(({ organisation: code }) => !taken.replacing.has(code)),
      ...taken.entries,
    ]
    const { sums, notAdded } = await sumsOfUnits({ ...scope, entries: overlaid })
    const wanted = { sums, partial: asked.partial ?? false, sha256: digestOf(asked.folder) }
    const own = await sumEntries(hub.store, { ...scope, ...wanted })
    const entered = await hub.store.setEnteredFigures(own, { ...how, replace: true })
    const withEntries = new Set(overlaid.map(({ organisation: code }) => code))
    return {
      organisation,
      period: days,
      template: template.id,
      units: units.map((unit) => taken.unitAnswer(unit, withEntries.has(unit.code))),
      without: excused.map(({ code, name }) => ({ code, name })),
      refused: taken.refused.map(({ file, reason, faults }) => ({
        file,
        reason: hub.words(reason),
        faults: faults.map(({ path, message }) => ({ path, message: hub.words(message) })),
      })),
      sums: sums.map(({ indicator: { id, label, unit }, sum, given, notGiven, words }) => ({
        ...{ indicatorId: id, label, unit, sum },
        given: given.length,
        notGiven: notGiven.map(({ code }) => code),
        words: words.map(({ code }) => code),
      })),
      notAdded: notAdded.map(({ id }) => id),
      entered: asDocument(entered),
      differences: how.dryRun ? [] : await differencesOf(hub, { ...scope, sums, asked }),
      cautions: asked.partial ? (await ratesOfDifferentUnits(sums)).map(hub.words) : [],
      dryRun: asked.dryRun ?? false,
    }
  },
})

function reasonFor(excused: readonly { readonly code: string }[]): string {
  const codes = excused.map(({ code }) => code).join(', ')
  return `Tổng hợp từ tệp của các đơn vị${codes && `, không gồm ${codes}`}`
}

function asDocument(outcome: Record<'added' | 'replaced' | 'unchanged', readonly string[]>) {
  const { added, replaced, unchanged } = outcome
  return { added: [...added], replaced: [...replaced], unchanged: [...unchanged] }
}

function formOf({ config }: HubContext, id: string) {
  const templates = templatesOf(config)
  const known = requireTemplate(id, templates)
  const template = templates.find((one) => one.id === known)
  if (template && template.rows.length > 0) return template
  throw new UsageError(
    say('The rows of the form {form} are not fixed: units are not added up in it.', { form: id }),
    {
      fix: say('Name a form with fixed rows, such as bnv-581-province.'),
    },
  )
}

function noUnits({ code, name }: { readonly code: string; readonly name: string }): UsageError {
  return new UsageError(say('No organisation is known below {name} ({code}).', { name, code }), {
    fix: say(
      'Sync a source that lists organisations, or name them in the configuration under organisations.',
    ),
  })
}

function digestOf(files: readonly GivenFile[]): string {
  const digest = createHash('sha256')
  for (const { bytes } of files) digest.update(createHash('sha256').update(bytes).digest())
  return digest.digest('hex')
}
