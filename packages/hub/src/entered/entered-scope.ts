import { createHash } from 'node:crypto'
import { parsePeriod, UsageError } from '@cchc/domain'
import type { ReportFile } from '@cchc/files/check'
import type { EntryOptions, EntryOrigin } from '@cchc/store'
import type { HubContext } from '../context.ts'
import { listOrganisations, requireOrganisation } from '../organisations/organisations.ts'
import type { EnteredFor, EnteredScope, Entering } from './contract.ts'

/** The organisation that is meant: the named one, else the configured one. */
export async function organisationOf(
  { store, config }: HubContext,
  named: string | undefined,
): Promise<EnteredFor['organisation'] & { readonly level: string | undefined }> {
  const asked = named ?? config.reporting.organisation
  if (asked === undefined) throw organisationNeeded()
  const code = await requireOrganisation(store, asked)
  const view = (await listOrganisations(store)).find((one) => one.code === code)
  return { code, name: view?.name ?? code, level: view?.level }
}

/** The organisation and the days that are meant. */
export async function scopeOf(
  context: HubContext,
  { organisation, period }: EnteredScope,
): Promise<EnteredFor & { readonly level: string | undefined }> {
  const { text, from, to } = parsePeriod(period, { day: context.config.reporting.cutOffDay })
  const { level, ...named } = await organisationOf(context, organisation)
  return { organisation: named, period: { text, from, to }, level }
}

/** Who enters, in the store's words. */
export function entryOptions({ by, replace, reason, dryRun }: Entering): EntryOptions {
  return {
    by,
    replace: replace ?? false,
    reason: reason?.trim() || null,
    dryRun: dryRun ?? false,
  }
}

/** A file as the origin of what is taken from it. */
export function originOf({ name, bytes }: ReportFile): EntryOrigin {
  return { file: name, sha256: createHash('sha256').update(bytes).digest('hex'), address: null }
}

function organisationNeeded(): UsageError {
  return new UsageError('An organisation is needed.', {
    fix: 'Name one with org, or set reporting.organisation in the configuration.',
    faults: [{ path: 'org', message: 'is needed' }],
  })
}
