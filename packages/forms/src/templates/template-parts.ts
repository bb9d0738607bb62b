import { Binding, IndicatorId, ReportColumn, TemplateSection } from '@cchc/domain'
import { z } from 'zod'

const BoundRow = z.object({
  rowId: z.string(),
  indicatorId: IndicatorId.nullable().catch(null),
  binding: Binding.nullable(),
})

/** A row or part as far as its figure is concerned. */
export type BoundRow = z.output<typeof BoundRow>

/** A list of which the entries that cannot be read are null, so that every other keeps its place. */
function readableOf<T extends z.ZodType>(entry: T) {
  return z.array(entry.nullable().catch(null)).catch([])
}

const TemplateParts = z.object({
  rows: readableOf(BoundRow),
  parts: readableOf(BoundRow),
  columns: readableOf(ReportColumn.pick({ key: true, content: true, sumOf: true })),
  subject: z.string().catch(''),
  narrative: readableOf(TemplateSection.pick({ paragraphs: true, later: true })),
  generatedFrom: z.string().optional().catch(undefined),
})

/** Something of a template with the path to it in its file. */
export interface Placed<T> {
  readonly path: string
  readonly value: T
}

/** What of a template's file can be checked, though other parts of it are wrong. */
export interface TemplateParts {
  readonly isList: boolean
  readonly rows: readonly Placed<BoundRow>[]
  readonly columns: readonly Placed<Pick<ReportColumn, 'key' | 'content' | 'sumOf'>>[]
  readonly texts: readonly Placed<string>[]
  readonly generatedFrom: string | undefined
}

/** Reads what can be read of a template's file; undefined for what is no object at all. */
export function templateParts(file: unknown): TemplateParts | undefined {
  const read = TemplateParts.safeParse(file)
  if (!read.success) return undefined
  const { rows, parts, columns, subject, narrative, generatedFrom } = read.data
  const sentences = placed(narrative, 'narrative').flatMap(({ path, value }) => [
    ...placed(value.paragraphs, `${path}.paragraphs`),
    ...placed(value.later?.paragraphs ?? [], `${path}.later.paragraphs`),
  ])
  return {
    isList: rows.length > 0,
    rows: [...placed(rows, 'rows'), ...placed(parts, 'parts')],
    columns: placed(columns, 'columns'),
    texts: [{ path: 'subject', value: subject }, ...sentences],
    generatedFrom,
  }
}

function placed<T>(list: readonly (T | null)[], path: string): Placed<T>[] {
  return list.flatMap((value, index) =>
    value === null ? [] : [{ path: `${path}.${index}`, value }],
  )
}
