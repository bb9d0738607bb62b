import { z } from 'zod'
import type { HubContext } from '../context.ts'
import type { Exchange, Told } from '../questions/question.ts'

/** What is told of an export beside its records, in its last line. */
const ExportFacts = z.object({
  knownAt: z
    .string()
    .describe(
      'The instant whose knowledge it shows; asked for as asKnownAt it gives the same again',
    ),
  closedBy: z
    .string()
    .optional()
    .describe('Who closed the period, so that it shows what was frozen; absent = it is open'),
  missing: z
    .array(z.string())
    .optional()
    .describe('What no source has read of it; absent = nothing'),
})
type ExportFacts = z.output<typeof ExportFacts>

/** The last line of an export: a file without it was cut off. */
export const ExportEnd = ExportFacts.extend({
  whole: z.literal(true),
  rows: z.int().describe('Records before this line'),
  sha256: z.string().describe('Of all bytes before this line, in hexadecimal'),
}).meta({ id: 'ExportEnd' })
export type ExportEnd = Told<z.output<typeof ExportEnd>>

/** An export that was begun; its records come in batches, and no more of them are read than are asked for. */
export interface OpenedExport<Row> {
  readonly batches: AsyncIterable<readonly Row[]>
  /** Asked for after the last batch. */
  facts(): Told<ExportFacts>
}

/**
 * Something of which there can be more than memory holds: it is read and given piece by piece, all as known at one instant.
 * Its `answer` is one record, whose fields are flat: texts, numbers, flags, lists of texts, or null.
 */
export interface Export<P extends z.ZodObject = z.ZodObject, R extends z.ZodObject = z.ZodObject>
  extends Exchange<P, R> {
  readonly command: string
  readonly path: `/v1/exports/${string}`
  readonly tag: string
  open(hub: HubContext, asked: Told<z.output<P>>): Promise<OpenedExport<Told<z.input<R>>>>
}

/** Declares an export. */
export function defineExport<P extends z.ZodObject, R extends z.ZodObject>(
  one: Export<P, R>,
): Export<P, R> {
  return Object.freeze(one)
}
