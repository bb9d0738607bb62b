/** Which fields of a record are kept; of everything else only the names are noticed, and it is never stored. */
export interface XmlFields {
  readonly fields: ReadonlySet<string>
  /** A field that repeats and has fields of its own, e.g. `serviceConfigs`. */
  readonly list?: { readonly name: string; readonly fields: ReadonlySet<string> }
}

/** One page. `lists[i]` holds the repeated fields of `records[i]`; empty when no list was asked for. */
export interface XmlPage {
  readonly total: number | undefined
  readonly records: Record<string, string>[]
  readonly lists: Record<string, string>[][]
}
