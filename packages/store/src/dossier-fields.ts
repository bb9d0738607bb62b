import { type RawBuilder, sql } from 'kysely'
import {
  type DossierRow,
  decodeFacts,
  decodeFlag,
  decodePauses,
  type Value,
} from './dossier-row.ts'
import type { DossierField, PartOfDossier } from './stored-dossier.ts'

/** Which columns some fields of a dossier are in, and how their values become them. */
export interface FieldReader<Field extends DossierField> {
  readonly columns: readonly string[]
  decode(values: DossierRow): PartOfDossier<Field>
  /** The columns under the names of their fields, for a query whose rows are objects that nobody else has. */
  readonly named: RawBuilder<unknown>
  /** Makes such a row the dossier itself, which spares a second object for each. */
  decodeNamed(row: Record<string, Value>): PartOfDossier<Field>
}

type Decode = (value: Value) => unknown

/** How a field is read where it is not stored as it is; the others are in the column of their name. */
const DECODED = {
  source: null,
  organisationCode: null,
  code: null,
  procedureCode: null,
  fieldCode: null,
  channel: null,
  status: null,
  statusReceived: null,
  receivedAt: null,
  dueAt: null,
  finishedAt: null,
  returnedAt: null,
  pauses: decodePauses,
  onlinePayment: decodeFlag,
  digitised: decodeFlag,
  serviceLevel: null,
  serviceLevelReceived: null,
  facts: decodeFacts,
  version: null,
  runId: String,
  knownFrom: null,
  lastingId: (value) => value ?? undefined,
} as const satisfies Record<DossierField, Decode | null>

const ALL = Object.keys(DECODED) as readonly DossierField[]

/** Reads these fields, and always source and organisation; everything where none are named. */
export function readerOf<Field extends DossierField>(
  fields: readonly Field[] = ALL as readonly Field[],
): FieldReader<Field> {
  const names = [...new Set<DossierField>(['source', 'organisationCode', ...fields])]
  const decoders: readonly (Decode | null)[] = names.map((name) => DECODED[name])
  const decoded = names.flatMap((name): (readonly [string, Decode])[] => {
    const decode = DECODED[name]
    return decode ? [[name, decode]] : []
  })
  return {
    columns: names.map(columnOf),
    named: sql.join(names.map((name) => sql`${sql.ref(columnOf(name))} as ${sql.ref(name)}`)),
    decodeNamed(row: Record<string, unknown>) {
      for (const [name, decode] of decoded) row[name] = decode((row[name] ?? null) as Value)
      return row as unknown as PartOfDossier<Field>
    },
    decode(values) {
      const dossier: Record<string, unknown> = {}
      for (let index = 0; index < names.length; index += 1) {
        const value = values[index] ?? null
        const decode = decoders[index]
        dossier[names[index] ?? ''] = decode ? decode(value) : value
      }
      return dossier as unknown as PartOfDossier<Field>
    },
  }
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
