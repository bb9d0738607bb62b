import { plain } from '../plain.ts'
import { areaKey, looksLikeUnit, unitKey } from '../units.ts'
import { unitName } from './unit-name.ts'

/** A unit that files name, with its code; `isOwn` where no file gives one and it was numbered here. */
export interface ProposedUnit {
  readonly name: string
  readonly code: string
  readonly isOwn: boolean
}

/** A province that nobody has, for folders in which no code stands at all. */
const NO_PROVINCE = 'H00'
/** Units below a province are numbered from here on where files give no codes: no published list goes so far. */
const FIRST_OWN = 701
const LAST_OWN = 999

const PROVINCE = /^uy ban nhan dan tinh \w/

/** Whether a line names a province. */
export function isProvince(line: string): boolean {
  return PROVINCE.test(plain(line))
}

interface MetUnit {
  readonly name: string
  readonly code: string | undefined
  /** Whether only codes of dossiers begin with it. */
  readonly isGuess: boolean
}

/** Names of units as they are met, and the codes beside them. */
export class UnitNames {
  readonly #units = new Map<string, MetUnit>()
  #province: string | undefined

  /** What does not look like the name of a unit is none. */
  meet(name: string, { code, isGuess }: Pick<MetUnit, 'code' | 'isGuess'>): void {
    const key = areaKey(name)
    const known = this.#units.get(key)
    const isBetter = !known?.code || (known.isGuess && !isGuess && code !== undefined)
    if (looksLikeUnit(name) && isBetter)
      this.#units.set(key, { name: unitName(name), code, isGuess })
  }

  /** The province as lines above a table write it. */
  meetProvince(lines: readonly string[]): void {
    const line = lines.find(isProvince)
    this.#province ??= line && unitName(line)
  }

  /** Every unit with a code: as files give it, or numbered in the order of names below their province. */
  proposed(): { readonly units: readonly ProposedUnit[]; readonly province: string | undefined } {
    const all = [...this.#units.values()]
    if (all.length === 0) return { units: [], province: undefined }
    const met = withoutWrongGuesses(all)
    const province = mostOf(all.flatMap(({ code }) => code?.split('.')[0] ?? [])) ?? NO_PROVINCE
    const given = new Set(met.map(({ code }) => code))
    const free = numbersFrom(province, given)
    const units = met.flatMap(({ name, code }): ProposedUnit[] => {
      if (code !== undefined) return [{ name, code, isOwn: false }]
      const own = PROVINCE.test(unitKey(name)) ? province : free.next().value
      return own === undefined ? [] : [{ name, code: own, isOwn: true }]
    })
    return { units: [...this.#provinceUnit(units, province), ...units], province }
  }

  #provinceUnit(units: readonly ProposedUnit[], province: string): readonly ProposedUnit[] {
    if (units.some(({ code }) => code === province)) return []
    const name = this.#province ?? PROVINCE_NAME
    return [{ name, code: province, isOwn: province === NO_PROVINCE }]
  }
}

/** A code that several departments or committees share is that of whoever received for them; a province alone tells none. */
function withoutWrongGuesses(met: readonly MetUnit[]): readonly MetUnit[] {
  const named = met.filter(({ name }) => AUTHORITY.test(unitKey(name)))
  const byCode = Map.groupBy(named, ({ code }) => code)
  return met.map((unit) => {
    const isShared = (byCode.get(unit.code)?.length ?? 0) > 1
    const isProvinceAlone = unit.code?.includes('.') === false && !isProvince(unit.name)
    return unit.isGuess && (isShared || isProvinceAlone) ? { ...unit, code: undefined } : unit
  })
}

const AUTHORITY = /^(so|uy ban nhan dan|ban|thanh tra|van phong) \w/

/** What a province is called that no file names. */
const PROVINCE_NAME = 'UBND tỉnh'

function mostOf(all: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(all, (one) => one).values()]
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0]
}

function* numbersFrom(
  province: string,
  given: ReadonlySet<string | undefined>,
): Generator<string, undefined> {
  for (let number = FIRST_OWN; number <= LAST_OWN; number += 1) {
    const code = `${province}.${number}`
    if (!given.has(code)) yield code
  }
}
