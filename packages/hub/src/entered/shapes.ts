import { Cell, dayText, instantText, printCell } from '@cchc/domain'
import type { CatalogueIndicator } from '@cchc/domain/catalogue'
import type { StoredEnteredFigure } from '@cchc/store'
import { z } from 'zod'

const Origin = z
  .object({ file: z.string(), sha256: z.string(), address: z.string().nullable() })
  .nullable()
  .describe('The file that it was read from; null = entered by hand')

/** A figure that a person entered: names and units in Vietnamese, instants as ISO 8601 in Vietnam's time. */
export const EnteredIndicator = z
  .object({
    entry: z.string().describe('By which `indicators undo` takes it back'),
    indicatorId: z.string(),
    label: z.string(),
    unit: z.string(),
    organisation: z.string(),
    period: z.string(),
    from: z.string(),
    to: z.string(),
    value: z.string().describe('As it prints'),
    cell: Cell,
    note: z.string(),
    enteredBy: z.string(),
    enteredAt: z.string(),
    origin: Origin,
    reason: z.string().nullable(),
    supersededAt: z
      .string()
      .nullable()
      .describe('When another one took its place; null = it holds'),
  })
  .meta({ id: 'EnteredIndicator' })
export type EnteredIndicator = z.output<typeof EnteredIndicator>

/** A stored figure as it is handed out. */
export function indicatorAnswer(
  figure: StoredEnteredFigure,
  indicator: CatalogueIndicator | undefined,
) {
  const { id: entry, from, to, enteredAt, supersededAt, ...rest } = figure
  return {
    ...rest,
    entry,
    label: indicator?.label ?? figure.indicatorId,
    unit: indicator?.unit ?? '',
    from: dayText(from),
    to: dayText(to),
    value: printCell(figure.cell),
    enteredAt: instantText(enteredAt),
    supersededAt: supersededAt === null ? null : instantText(supersededAt),
  }
}

const Organisation = z.object({ code: z.string(), name: z.string() })

/** Who entered a document, when and from which file. */
export const EnteredDocument = z.object({
  organisation: Organisation,
  year: z.int(),
  enteredBy: z.string(),
  enteredAt: z.string(),
  origin: Origin,
  reason: z.string().nullable(),
})

/** A document that was, or would be, entered. */
export function documentKept<S extends z.ZodType>(content: S) {
  return z.object({
    organisation: Organisation,
    year: z.int(),
    dryRun: z.boolean(),
    changed: z.boolean().describe('false = it says what is stored'),
    content,
  })
}
