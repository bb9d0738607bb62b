import type { SpreadsheetConfig } from './config.ts'
import { plain } from './plain.ts'
import { Units } from './units.ts'

/** What is known before a file is read. */
export interface Settings {
  readonly units: Units
  /** The unit of files that name none. */
  readonly organisation: string | undefined
  /** Days of files that name none. */
  readonly days: { readonly from: string; readonly to: string } | undefined
  readonly cutOffDay: number
  /** Epoch ms; what is later was not. */
  readonly now: number
  /** Codes of procedures by their names in plain words. */
  readonly procedures: ReadonlyMap<string, string>
  /** Codes of fields by their names in plain words. */
  readonly fields: ReadonlyMap<string, string>
  /** The first day of reception that lists hold whole, where the configuration says so. */
  readonly since: string | undefined
  /** Heads in plain words, and what they mean here. */
  readonly heads: ReadonlyMap<string, string>
}

/** What the configuration says of the files. */
export function settingsOf(config: SpreadsheetConfig, now: number): Settings {
  const heads = Object.entries(config.columns).flatMap(([meaning, written = []]) => {
    return written.map((head): [string, string] => [plain(head), meaning])
  })
  const byName = (codes: Readonly<Record<string, string>>) =>
    new Map(Object.entries(codes).map(([name, code]) => [plain(name), code]))
  return {
    units: new Units(config.units),
    organisation: config.organisation,
    days: config.period,
    cutOffDay: config.cutOffDay,
    now,
    procedures: byName(config.procedures),
    fields: byName(config.fields),
    since: config.since,
    heads: new Map(heads),
  }
}
