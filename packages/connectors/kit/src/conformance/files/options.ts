import type { z } from 'zod'
import type { Streams } from '../../contract/stream.ts'
import type { FilesSource } from '../../files-source.ts'
import type { Held, OlderCursors } from '../options.ts'

/** Files by their paths. */
export type FolderContent = Readonly<Record<string, string | Uint8Array>>

/** What the suite needs to know about files. */
export interface FilesConformanceOptions<
  C extends z.ZodType<FilesSource> = z.ZodType<FilesSource>,
  S extends Streams = Streams,
> {
  /** A good configuration without its path, which the suite names. */
  readonly config: Omit<z.input<C>, 'path'>
  /** What the clock shows, epoch ms. */
  readonly now: number
  /** The folder in good order; at least two files. */
  readonly files: FolderContent
  /** What each stream holds there, counted and written down by hand rather than by the connector. */
  readonly holds: { readonly [N in keyof S]: Held<S[N]> }
  /** Texts in the files that tell of people, which must be found nowhere. [] = the files tell of nobody. */
  readonly personal: readonly string[]
  /** A file that is none of its kind, by its path: it costs itself alone, and is told. */
  readonly broken: FolderContent
  /** The same folder later: a file was replaced, and one is new. */
  readonly later: FolderContent
  /** What older versions of the connector stored, where a cursor has steps. */
  readonly older?: OlderCursors<S>
}
