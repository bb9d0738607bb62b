import { createHash } from 'node:crypto'
import { parsePeriod, say } from '@cchc/domain'
import type { GivenFile } from '@cchc/files/check'
import type { EntryOptions, EntryOrigin } from '@cchc/store'
import type { HubContext } from '../context.ts'
import {
  listOrganisations,
  organisationText,
  requireOrganisation,
} from '../organisations/organisations.ts'

type OrganisationAsked = { readonly org?: string | undefined }

/** The organisation that is meant: the named one, else the configured one. */
export async function organisationOf(hub: HubContext, asked: OrganisationAsked) {
  const { store } = hub
  const named = organisationText(hub, asked, say('An organisation is needed.'))
  const code = await requireOrganisation(store, named)
  const listed = (await listOrganisations(store)).find((one) => one.code === code)
  return { organisation: { code, name: listed?.name ?? code }, level: listed?.level }
}

/** The organisation and the days that are meant. */
export async function scopeOf(
  hub: HubContext,
  asked: OrganisationAsked & { readonly period: string },
) {
  const { text, from, to } = parsePeriod(asked.period, { day: hub.config.reporting.cutOffDay })
  return { ...(await organisationOf(hub, asked)), period: { text, from, to } }
}

/** Who enters, and with what leave. */
export interface Entering {
  readonly by: string
  readonly replace?: boolean | undefined
  readonly reason?: string | undefined
  readonly dryRun?: boolean | undefined
}

/** The same in the store's words. */
export function entryOptions({
  by,
  replace = false,
  reason = '',
  dryRun = false,
}: Entering): EntryOptions {
  return { by, replace, reason: reason.trim() || null, dryRun }
}

/** A file as the origin of what is taken from it. */
export function originOf({ name, bytes }: GivenFile): EntryOrigin {
  return { file: name, sha256: createHash('sha256').update(bytes).digest('hex'), address: null }
}
