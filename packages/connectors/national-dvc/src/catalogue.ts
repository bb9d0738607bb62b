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
  return onceEach(rows.map((row) => organisation(row, levels)))
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
  return onceEach(
    rows.map((row) => ({
      code: (textOf(row.MALINHVUC) ?? '').trim(),
      name: plainText(textOf(row.TENLINHVUC) ?? ''),
    })),
  )
}

function onceEach<T extends { readonly code: string }>(records: readonly T[]): T[] {
  const seen = new Map<string, T>()
  for (const record of records) if (!seen.has(record.code)) seen.set(record.code, record)
  return [...seen.values()]
}
