import {
  AccessDenied,
  type Day,
  dayOf,
  isWithin,
  normaliseOrganisationCode,
  type OrganisationCode,
  parsePeriod,
  say,
  UsageError,
} from '@cchc/domain'
import type { HubContext } from '../context.ts'
import { successionsOf } from '../organisations/in-tree.ts'
import { requireOrganisation } from '../organisations/organisations.ts'
import type { Exchange } from '../questions/question.ts'
import type { Caller } from './caller.ts'
import { allows } from './scope.ts'

/** What is asked, by name. */
export type Asked = Readonly<Record<string, unknown>>

/** What of an exchange says who may ask it at all. */
export type Guarded = Pick<Exchange, 'scope' | 'parameters' | 'forPublic'>

/** Throws AccessDenied for whoever may not ask that at all. */
export function requireScope(caller: Caller, exchange: Guarded): void {
  const denied = denialOf(caller, exchange)
  if (denied) throw denied
}

/** Why somebody may not ask that at all; undefined for whoever may. */
export function denialOf(
  caller: Caller,
  { scope, parameters, forPublic }: Guarded,
): AccessDenied | undefined {
  if (scope === 'anyone') return undefined
  if (caller.isPublic && (forPublic === undefined || scope !== 'figures:read')) return notPublic()
  if (!allows(caller.scopes, scope)) return lacksScope(scope)
  const isBound = caller.organisations !== null
  return isBound && OF_ALL.has(scope) && !('org' in parameters.shape) ? ofAll() : undefined
}

/** What is done with these touches every unit, unless it names one. */
const OF_ALL: ReadonlySet<string> = new Set(['enter', 'close', 'sync:run', 'admin'])

/**
 * What a caller asks, within the organisations to which it is bound: the one that it names must be theirs, of which they
 * hold the work today or held it under that code; where it names none, its own is meant. Throws AccessDenied, UsageError
 * where it has to name one.
 */
export async function narrowed<A extends Asked>(
  hub: HubContext,
  asked: A,
  { caller, ...exchange }: { readonly caller: Caller } & Narrowing,
): Promise<A> {
  const own = await withinTheirs(hub, asked, { caller, ...exchange })
  return caller.isPublic ? forPublicOnly(hub, own, exchange) : own
}

/** What of an exchange says how far its question is narrowed. */
type Narrowing = Pick<Exchange, 'parameters' | 'forPublic'>

/** With what a public key would see other figures of the same dossiers, and take one from the other. */
const NOT_FOR_PUBLIC = ['asKnownAt', 'current', 'treeAt', 'source', 'top'] as const

/** Small counts are suppressed, and what leads around that is refused. */
function forPublicOnly<A extends Asked>(
  { config }: HubContext,
  asked: A,
  { forPublic }: Narrowing,
): A {
  if (forPublic !== 'suppressed') return asked
  const named = NOT_FOR_PUBLIC.filter((name) => asked[name] !== undefined)
  const isRange = typeof asked.period === 'string' && asked.period.includes('..')
  const refused = isRange ? [...named, 'period'] : named
  if (refused.length > 0) throw notAskedInPublic(refused)
  const { smallCells } = config.gateway
  const wished = typeof asked.suppressBelow === 'number' ? asked.suppressBelow : smallCells
  return { ...asked, suppressBelow: Math.max(wished, smallCells) }
}

async function withinTheirs<A extends Asked>(
  hub: HubContext,
  asked: A,
  { caller, parameters }: { readonly caller: Caller } & Narrowing,
): Promise<A> {
  const { organisations } = caller
  if (organisations === null || !('org' in parameters.shape)) return asked
  const org = typeof asked.org === 'string' ? await codeOf(hub, asked.org) : own(organisations)
  if (!isTheirs(hub, { org, organisations })) throw notTheirs(org, organisations)
  requireNoEarlierTree(hub, asked)
  return { ...asked, org }
}

/** In the tree of an earlier day an organisation would show what others did who were founded out of it since. */
function requireNoEarlierTree({ config }: HubContext, { period, treeAt }: Asked): void {
  if (typeof treeAt !== 'string' || typeof period !== 'string') return
  const { to } = parsePeriod(period, { day: config.reporting.cutOffDay })
  if (treeAt >= to) return
  throw new AccessDenied(
    say(
      'A key that is bound to organisations shows no tree of a day before the end of the period.',
    ),
    { fix: say('Leave treeAt out, or name a day from {day} on.', { day: to }) },
  )
}

/** A name is looked up once, so that it cannot mean another organisation in another tree. */
async function codeOf({ store }: HubContext, text: string): Promise<OrganisationCode> {
  return normaliseOrganisationCode(text) ?? requireOrganisation(store, text)
}

function own(organisations: readonly OrganisationCode[]): OrganisationCode {
  const [one, ...others] = organisations
  if (one !== undefined && others.length === 0) return one
  throw new UsageError(say('This key is bound to several organisations.'), {
    fix: say('Name one with org: {codes}.', { codes: organisations.join(', ') }),
    faults: [{ path: 'org', message: say('is needed') }],
  })
}

function isTheirs(
  { config, now }: HubContext,
  { org, organisations }: { org: OrganisationCode; organisations: readonly OrganisationCode[] },
): boolean {
  const today: Day = dayOf(now())
  const codes = [org, successionsOf(config).holderAt(org, today)]
  return organisations.some((root) => codes.some((code) => isWithin(code, root)))
}

function lacksScope(scope: string): AccessDenied {
  return new AccessDenied(say('This key does not allow {scope}.', { scope }), {
    fix: say('Ask whoever runs the hub for a key with that scope.'),
  })
}

function notPublic(): AccessDenied {
  return new AccessDenied(say('This is not shown to public keys.'), {
    fix: say('Ask whoever runs the hub for a key that is not public.'),
  })
}

function notAskedInPublic(names: readonly string[]): AccessDenied {
  return new AccessDenied(
    say('A public key cannot ask with {names}.', { names: names.join(', ') }),
    { fix: say('Leave that out, and name a whole period such as 2023 or 2023-Q2.') },
  )
}

function ofAll(): AccessDenied {
  return new AccessDenied(
    say('This concerns all organisations, and this key is bound to some of them.'),
    { fix: say('Ask whoever runs the hub for a key that is bound to none.') },
  )
}

function notTheirs(org: string, organisations: readonly string[]): AccessDenied {
  return new AccessDenied(
    say('This key is bound to {codes} and what is below; {org} is not.', {
      codes: organisations.join(', '),
      org,
    }),
    { fix: say('Ask for one of those, or for none.') },
  )
}
