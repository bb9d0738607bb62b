import { normaliseOrganisationCode } from '@cchc/domain'
import { plain } from './plain.ts'

/** Why a name means no organisation. */
export type UnitFault = 'unknown' | 'ambiguous'

/** Which organisation a name means. */
export type MeantUnit = { readonly code: string } | { readonly fault: UnitFault }

/** Names of units and their codes, compared without diacritics, case and abbreviations. */
export class Units {
  readonly #codes = new Map<string, Set<string>>()

  constructor(named: Readonly<Record<string, string>>) {
    for (const [name, code] of Object.entries(named)) this.learn(name, code)
  }

  learn(name: string, code: string): void {
    const key = areaKey(name)
    this.#codes.set(key, (this.#codes.get(key) ?? new Set()).add(code))
  }

  /** Finds a unit by its code in either form, or by its name. */
  find(text: string): MeantUnit {
    const code = normaliseOrganisationCode(text)
    if (code !== undefined) return { code }
    const codes = this.#codes.get(areaKey(text)) ?? new Set()
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

/** The same, a committee by its area alone: `Xã Nhân Cơ` is `UBND xã Nhân Cơ`. */
export function areaKey(name: string): string {
  return unitKey(name).replace(
    /^uy ban nhan dan (?=(tinh|thanh pho|quan|huyen|thi xa|xa|phuong|thi tran|dac khu) )/,
    '',
  )
}

const AREA =
  /^(thành phố|quận|huyện|thị xã|xã(?! hội)|phường|thị trấn|đặc khu)\s+[\p{L}\d](?!.*\bngày\b)/iu

/** Words that begin as kinds of units do once their diacritics are gone: a register, a copy, a lease. */
const OTHER_WORD = /^(sổ|số|sơ|bản|bán|bàn|thuê|cực|phông)\s/iu

/** Whether words begin as the name of a unit or of its area does; a name of a person does not. */
export function looksLikeUnit(text: string): boolean {
  if (OTHER_WORD.test(text.normalize('NFC').trim())) return false
  if (AREA.test(text.normalize('NFC').trim())) return true
  return /^(so|ban|uy ban nhan dan|van phong|thanh tra|chi cuc|cuc|trung tam|phong|bao hiem xa hoi|cong an|kho bac|thue|dac khu) \w/.test(
    unitKey(text),
  )
}
