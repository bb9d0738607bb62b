import { matchRows, type RowMeaning } from '@cchc/audit/entered'
import {
  LIST_COLUMNS,
  type OrganisationLevel,
  ReportTemplate,
  type TemplatePart,
  type TemplateRow,
} from '@cchc/domain'
import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import type { readReportFile } from '@cchc/files/check'
import type { HubContext } from '../context.ts'
import { listForms } from '../entered/indicators.ts'
import { countingForm, nameKey } from './counts-by-name.ts'
import { type KnownRow, KnownRows, keyOf } from './known-rows.ts'
import { withoutPeriods } from './layout-words.ts'
import type { ToldRows } from './told-rows.ts'

/** A received form that is to be learnt. */
export interface ReceivedForm {
  readonly id: string
  readonly kind: 'xlsx' | 'docx'
  readonly report: Awaited<ReturnType<typeof readReportFile>>
  readonly level: OrganisationLevel | undefined
  /** The form whose rows it has; absent = it is like none. */
  readonly base: ReportTemplate | undefined
  readonly told: ToldRows
  /** What was told, as it was written. */
  readonly rows: string | undefined
}

/**
 * A received form as data: its rows as they stand, each with where a known form or the catalogue has its figure from, or
 * with nothing. One with tables of dossiers alone is the form that counts these.
 */
export async function learnForm(hub: HubContext, received: ReceivedForm): Promise<ReportTemplate> {
  const { id, kind, report, base, rows } = received
  const layout = { file: `${id}.${kind}`, ...(report.wide && rows !== undefined && { rows }) }
  const title = withoutPeriods(report.head.title ?? '').slice(0, LONGEST_TITLE) || id
  const own = { id, title, formNumber: null, unitLine: null, legalBasis: [], layout }
  if (report.rows.length > 0) {
    const list = { columns: LIST_COLUMNS, generatedBy: [], rule: base?.rule }
    return ReportTemplate.parse({ ...list, ...own, ...(await rowsOf(hub, received)) })
  }
  const { columns, generatedBy, generatedFrom, rule } = countingForm(hub)
  return ReportTemplate.parse({ columns, generatedBy, generatedFrom, rule, rows: [], ...own })
}

const LONGEST_TITLE = 500

async function rowsOf(hub: HubContext, received: ReceivedForm) {
  const { report, base, level, told } = received
  const catalogue = await loadIndicatorCatalogue()
  const matched = matchRows(report.rows, { template: base ?? null, catalogue })
  const meanings = matched.filter(isRow)
  const forms = [...(base ? [base] : []), ...byLevel(listForms(hub), level)]
  const known = new KnownRows(forms, catalogue.indicators)
  const found = foundRows(meanings, { base, told, known })
  const ids = new Map(
    [...found].flatMap(([meaning, row]) => {
      const place = placeOf(meaning)
      const { indicatorId } = row.row
      return [[keyOf(row), place] as const, ...(indicatorId ? [[indicatorId, place] as const] : [])]
    }),
  )
  const parts = new Map<string, TemplatePart>()
  const rows = meanings.map((meaning) => {
    const row = found.get(meaning)
    const bound = row && known.bound(row, ids)
    for (const part of bound?.parts ?? []) parts.set(part.rowId, part)
    return rowOf(meaning, row && { ...row.row, binding: bound?.binding ?? null })
  })
  return { rows, ...(parts.size > 0 && { parts: [...parts.values()] }) }
}

/** Those of the same level first. */
function byLevel(forms: readonly ReportTemplate[], level: OrganisationLevel | undefined) {
  const isOwn = ({ levels }: ReportTemplate) => levels?.some((one) => one === level) ?? false
  const builtIn = forms.filter(({ layout }) => layout === undefined)
  return builtIn.toSorted((one, other) => Number(isOwn(other)) - Number(isOwn(one)))
}

/** Titles and signatures are no rows. */
function isRow({ row, templateRow }: RowMeaning): boolean {
  return templateRow !== null || row.code !== '' || row.unit !== '' || row.children.length > 0
}

interface Knowing {
  readonly base: ReportTemplate | undefined
  readonly told: ToldRows
  readonly known: KnownRows
}

/** What rows are by the form, else by what was told, else by the catalogue; nothing is two rows. */
function foundRows(
  meanings: readonly RowMeaning[],
  { base, told, known }: Knowing,
): ReadonlyMap<RowMeaning, KnownRow> {
  const found = new Map<RowMeaning, KnownRow>()
  const taken = new Set<string>()
  const take = (meaning: RowMeaning, row: KnownRow | undefined) => {
    const names = row ? [keyOf(row), row.row.indicatorId ?? keyOf(row)] : []
    if (!row || found.has(meaning) || names.some((name) => taken.has(name))) return
    for (const name of names) taken.add(name)
    found.set(meaning, row)
  }
  for (const meaning of meanings) {
    const { templateRow: row } = meaning
    if (base && row?.rowType === 'indicator') take(meaning, { form: base, row })
  }
  for (const meaning of meanings) {
    const { address = '', label } = meaning.row
    const name = told.get(nameKey(address)) ?? told.get(nameKey(label))
    take(meaning, known.named(name ?? meaning.indicatorId ?? ''))
  }
  return found
}

/** A row is called after the cell of its figure, by which people who have the form before them know it. */
function placeOf({ row }: RowMeaning): string {
  return row.address ?? `${row.sheet ?? ''}!${row.line}`
}

function rowOf(
  meaning: RowMeaning,
  known: Pick<TemplateRow, 'indicatorId' | 'unit' | 'binding'> | undefined,
): TemplateRow {
  const { row, templateRow } = meaning
  const isAsked = row.unit !== '' || (row.segments.length > 0 && row.children.length === 0)
  const isHeading = templateRow ? templateRow.rowType !== 'indicator' : !isAsked
  return {
    rowId: placeOf(meaning),
    code: row.code.slice(0, LONGEST_CODE),
    label: row.label,
    unit: known?.unit || row.unit,
    rowType: known || !isHeading ? 'indicator' : 'heading',
    parentCode: row.parent?.code.slice(0, LONGEST_CODE) ?? null,
    group: null,
    indicatorId: known?.indicatorId ?? null,
    binding: known?.binding ?? null,
  }
}

const LONGEST_CODE = 20
