import type { Viewing } from './view.ts'

/** A table of the page, or all of it, as a file. */
export interface PageFile {
  readonly path: `/${string}`
  readonly takes: readonly string[]
  readonly name: string
  /** Its media type; that of csv unless told. */
  readonly type?: string
  /** Its text or bytes. */
  make(viewing: Viewing): Promise<string | Uint8Array<ArrayBuffer>>
}
