import { normaliseOrganisationCode, type OrganisationCode } from '@cchc/domain'
import type { Caller } from './caller.ts'
import { SCOPES, type Scope } from './scope.ts'
import type { TokenSettings } from './token-settings.ts'

/** What a token says, after its signature was found good. */
export type Claims = Readonly<Record<string, unknown>>

/**
 * Who sends a token with these claims; undefined where they do not say who it is. What the settings do not map allows
 * nothing, and whoever is bound to no organisation may nothing at all.
 */
export function callerOfClaims(claims: Claims, settings: TokenSettings): Caller | undefined {
  const subject = textOf(claims.sub)
  const person = textOf(claimAt(claims, settings.by))
  if (subject === undefined || person === undefined) return undefined
  const organisations = organisationsOf(claims, settings)
  const isNowhere = organisations?.length === 0
  return {
    id: `token ${subject}`,
    person,
    scopes: isNowhere ? [] : scopesOf(claims, settings),
    organisations,
    isPublic: isPublic(claims, settings),
  }
}

function isPublic(claims: Claims, { public: marked }: TokenSettings): boolean {
  if (!marked) return false
  const claim = claimAt(claims, marked.claim)
  const values = typeof claim === 'string' ? claim.split(' ') : textsIn(claim)
  return values.some((value) => marked.values.includes(value))
}

function textOf(claim: unknown): string | undefined {
  const text = typeof claim === 'string' ? claim.trim().slice(0, 200) : ''
  return text === '' ? undefined : text
}

/** The words of a text are scopes of their own (RFC 8693, section 4.2). */
function scopesOf(claims: Claims, { scopes }: TokenSettings): readonly Scope[] {
  if (!scopes) return []
  const claim = claimAt(claims, scopes.claim)
  const values = typeof claim === 'string' ? claim.split(' ') : textsIn(claim)
  const allowed = values.flatMap((value) => mapped(scopes.values, value) ?? [])
  return SCOPES.filter((scope) => allowed.includes(scope))
}

/** null = bound to none. */
function organisationsOf(
  claims: Claims,
  { organisations }: TokenSettings,
): readonly OrganisationCode[] | null {
  if (!organisations) return []
  const { claim, values } = organisations
  const found = textsIn(claimAt(claims, claim)).map((value) =>
    values ? mapped(values, value) : codesIn(value),
  )
  if (found.includes('all')) return null
  return [...new Set(found.flatMap((codes = []) => codes))]
}

function codesIn(value: string): OrganisationCode[] {
  return [normaliseOrganisationCode(value) ?? []].flat()
}

function textsIn(claim: unknown): readonly string[] {
  return [claim].flat().filter((value) => typeof value === 'string')
}

/** By its name, or by a path with dots where no claim has that name. */
function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  return path.split('.').reduce<unknown>((part, name) => {
    const isObject = typeof part === 'object' && part !== null
    return isObject ? mapped(part as Claims, name) : undefined
  }, claims)
}

/** Nothing that all objects inherit counts as named. */
function mapped<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}
