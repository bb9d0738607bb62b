import type { Key } from './contract/stream.ts'
import { looseText, type Row } from './row.ts'

interface LookUp<T> {
  /** The field of a row that holds its code. */
  readonly field: string
  /** What the portal finds by a code, which may be more than that one. */
  find(code: string): Promise<readonly Row[]>
  map(rows: readonly Row[]): readonly T[]
}

/** Reads single records again by their codes; what the portal no longer has is left out. */
export async function* lookUpByCode<T>(
  keys: readonly Key[],
  { field, find, map }: LookUp<T>,
): AsyncGenerator<readonly T[], void, undefined> {
  for (const { code } of keys) {
    if (code === undefined) continue
    const rows = await find(code)
    yield map(rows.filter((row) => looseText(row[field]).trim() === code))
  }
}
