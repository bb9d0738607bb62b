import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { ExportEnd, OpenedExport } from './export.ts'
import { EXPORT_FORMS, type ExportFormat } from './export-forms.ts'

/** Records in one piece: few enough that others get their turn between two pieces. */
const ROWS_IN_PIECE = 1000

type Row = Readonly<Record<string, unknown>>

/**
 * An export as bytes, piece by piece; a piece is made when it is asked for. The last one is the line that says the export is
 * whole, which is what it returns, too. What cannot be opened is thrown before the first piece.
 */
export async function* exportPieces(
  opening: Promise<OpenedExport<Row>>,
  { record, format }: { readonly record: z.ZodObject; readonly format: ExportFormat },
): AsyncGenerator<Uint8Array<ArrayBuffer>, ExportEnd> {
  const { facts, batches } = await opening
  const form = EXPORT_FORMS[format](record)
  const digest = createHash('sha256')
  let rows = 0
  const counted = (text: string) => {
    const bytes = new TextEncoder().encode(text)
    digest.update(bytes)
    return bytes
  }
  if (form.start !== '') yield counted(form.start)
  for await (const batch of batches) {
    for (let at = 0; at < batch.length; at += ROWS_IN_PIECE) {
      const part = batch.slice(at, at + ROWS_IN_PIECE)
      rows += part.length
      yield counted(form.rows(part))
    }
  }
  const end = { whole: true as const, rows, sha256: digest.digest('hex'), ...facts() }
  yield new TextEncoder().encode(form.end(end))
  return end
}
