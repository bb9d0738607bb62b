import { normaliseOrganisationCode } from '@cchc/domain'
import { plain } from './plain.ts'

/** Which organisation a name means. */
export type MeantUnit = { readonly code: string } | { readonly fault: 'unknown' | 'ambiguous' }

/** Names of units and their codes, compared without diacritics, case and abbreviations. */
export class Units {
  readonly #codes = new Map<string, Set<string>>()

  constructor(named: Readonly<Record<string, string>>) {
    for (const [name, code] of Object.entries(named)) this.learn(name, code)
  }

  learn(name: string, code: string): void {
    const key = unitKey(name)
    this.#codes.set(key, (this.#codes.get(key) ?? new Set()).add(code))
  }

  /** Finds a unit by its code in either form, or by its name. */
  find(text: string): MeantUnit {
    const code = normaliseOrganisationCode(text)
    if (code !== undefined) return { code }
    const codes = this.#codes.get(unitKey(text)) ?? new Set()
    const [only] = codes
    if (only === undefined) return { fault: 'unknown' }
    return codes.size === 1 ? { code: only } : { fault: 'ambiguous' }
  }
}

/** A name as units are compared by it. */
export function unitKey(name: string): string {
  return plain(name).replace(
    /^(don vi bao cao|don vi|co quan|ten don vi) (?=so|ban|uy ban|van phong|thanh tra|chi cuc|trung tam|phong)/,
    '',
  )
}

/** Whether words begin as the name of a unit does; a name of a person or a place does not. */
export function looksLikeUnit(text: string): boolean {
  return /^(so|ban|uy ban nhan dan|van phong|thanh tra|chi cuc|cuc|trung tam|phong|bao hiem xa hoi|cong an|kho bac|thue|dac khu) \w/.test(
    unitKey(text),
  )
}
