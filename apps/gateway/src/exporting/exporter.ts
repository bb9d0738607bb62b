import type { Hub } from '@cchc/hub'
import { EXPORTS } from '@cchc/hub/exports/all'
import type { ExportFormat } from '@cchc/hub/exports/export-forms'
import { type Language, wordsIn } from '../language.ts'

/** An export by its path, what is asked, and in which form and language it is wanted. */
export interface ExportAsking {
  readonly path: string
  readonly asked: Readonly<Record<string, unknown>>
  readonly format: ExportFormat
  readonly language: Language
}

/** Gives exports piece by piece, each when it is asked for; the signal ends one whatever it is at. */
export interface Exporter {
  pieces(asking: ExportAsking, signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>>
}

/** Lets a hub give an export. */
export async function* piecesOf(
  hub: Hub,
  { path, asked, format, language }: ExportAsking,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const one = EXPORTS.find((known) => known.path === path)
  if (!one) throw new RangeError(`no export has the path ${path}`)
  yield* hub.export(one, asked, { format, words: await wordsIn(language) })
}
