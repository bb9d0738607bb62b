import type { Page, StreamSpec } from '@cchc/connector-kit'
import { Organisation, organisationLevel, parentOrganisationCode } from '@cchc/domain'
import type { SpreadsheetConfig } from './config.ts'

/** The units that the configuration names. */
export const organisations = {
  entity: 'organisation',
  record: Organisation,
  key: ['code'],
  deletes: 'absence',
} satisfies StreamSpec

/** Each unit once, by the first of its names. */
export async function* readOrganisations({
  units,
}: SpreadsheetConfig): AsyncGenerator<Page<typeof organisations>, void, undefined> {
  const names = new Map<string, string>()
  for (const [name, code] of Object.entries(units)) if (!names.has(code)) names.set(code, name)
  const records = [...names].map(([code, name]) => ({
    ...{ code, name, level: organisationLevel(code, name) },
    ...{ parentCode: parentOrganisationCode(code) ?? null, validFrom: null, validTo: null },
  }))
  yield { records, cursor: undefined }
}
