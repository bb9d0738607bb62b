import { z } from '@hono/zod-openapi'

const Cell = z.object({ state: z.string(), raw: z.string().nullable() }).loose()

/** A figure that a person entered, with who, when and from which file. */
export const EnteredIndicator = z
  .object({
    indicatorId: z.string(),
    label: z.string(),
    unit: z.string(),
    organisation: z.string(),
    period: z.string(),
    from: z.string(),
    to: z.string(),
    value: z.string(),
    cell: Cell,
    note: z.string(),
    enteredBy: z.string(),
    enteredAt: z.string(),
    origin: z
      .object({ file: z.string(), sha256: z.string(), address: z.string().nullable() })
      .nullable(),
    reason: z.string().nullable(),
    supersededAt: z.string().nullable(),
  })
  .openapi('EnteredIndicator')

/** An indicator that a form asks for and nobody has reported. */
export const MissingIndicator = z
  .object({
    indicatorId: z.string(),
    template: z.string(),
    code: z.string(),
    label: z.string(),
    unit: z.string(),
  })
  .openapi('MissingIndicator')

/** A figure to enter; with a reason it may replace another one. */
export const IndicatorEntry = z
  .strictObject({
    value: z
      .string()
      .max(4000)
      .describe('As people write it: 1.909, 99,73%, - (not applicable) or empty (not reported)'),
    note: z.string().max(4000).optional(),
    by: z.string().trim().min(1).max(200).describe('Account of the person who enters it'),
    reason: z.string().trim().min(1).max(1000).optional(),
  })
  .openapi('IndicatorEntry')

/** Who entered a document, when and from which file. */
export const EnteredDocument = z.object({
  organisation: z.object({ code: z.string(), name: z.string() }),
  year: z.int(),
  enteredBy: z.string(),
  enteredAt: z.string(),
  origin: z
    .object({ file: z.string(), sha256: z.string(), address: z.string().nullable() })
    .nullable(),
  reason: z.string().nullable(),
})
