import { type MappedRows, mapEach } from '@cchc/connector-kit'
import {
  type Field,
  normaliseOrganisationCode,
  type Organisation,
  organisationLevel,
  parentOrganisationCode,
} from '@cchc/domain'
import type { Adapter } from './adapter.ts'
import type { NationalConfig } from './config.ts'
import { plainText } from './plain-text.ts'
import { type JsonObject, textOf } from './values.ts'

/** All agencies of LayDanhMucCoQuan, each once, under the top-down form of its code. */
export async function listOrganisations(
  adapter: Adapter,
  levels: NationalConfig['levels'],
): Promise<Organisation[]> {
  const rows = await adapter.call({ endpoint: 'share', service: 'LayDanhMucCoQuan' })
  return onceEach(mapEach(rows, (row) => organisation(row, levels), knownOfOrganisation))
}

function knownOfOrganisation(row: JsonObject) {
  return { code: normaliseOrganisationCode(textOf(row.MADONVI) ?? '') }
}

/** The name of the parent field is not known, so the parent is read from the code's structure. */
function organisation(row: JsonObject, levels: NationalConfig['levels']): Organisation {
  const received = textOf(row.MADONVI) ?? ''
  const code = normaliseOrganisationCode(received) ?? received
  const name = plainText(textOf(row.TENDONVI) ?? '')
  return {
    code,
    name,
    level: levels[code] ?? organisationLevel(code, name),
    parentCode: parentOrganisationCode(code) ?? null,
    validFrom: null,
    validTo: null,
  }
}

/** All fields of LayDanhMucLinhVuc, each once. */
export async function listFields(adapter: Adapter): Promise<Field[]> {
  const rows = await adapter.call({ endpoint: 'share', service: 'LayDanhMucLinhVuc' })
  const known = (row: JsonObject) => ({ code: (textOf(row.MALINHVUC) ?? '').trim() })
  const field = (row: JsonObject) => ({
    ...known(row),
    name: plainText(textOf(row.TENLINHVUC) ?? ''),
  })
  return onceEach(mapEach(rows, field, known))
}

/** Records without a code are kept all, so that each is refused. */
function onceEach<T extends { readonly code: string }>({ mapped, unreadable }: MappedRows<T>): T[] {
  const byCode = Map.groupBy(mapped, ({ code }) => code)
  const records = [...byCode].flatMap(([code, same]) => (code === '' ? same : same.slice(0, 1)))
  return [...records, ...unreadable]
}
