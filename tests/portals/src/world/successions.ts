import type { Succession } from '@cchc/domain'
import { wentOn } from './former-province.ts'
import type { World } from './world.ts'

/** Who took over from the units of a former province, as a configuration says it; nothing where there was none. */
export function successionsOf({ organisations, former }: World): Succession[] {
  if (!former) return []
  const { units, mergedOn } = former.province
  const known = new Map(organisations.map((one) => [one.code, one]))
  return [...Map.groupBy(units, ({ successor }) => successor)].map(([code, own]) => {
    const heir = known.get(code)
    const from = [...(heir && wentOn(heir) ? [code] : []), ...own.map((unit) => unit.code)]
    const kind = from.length > 1 ? 'merged' : 'renamed'
    return { date: mergedOn, kind, from, to: [code], legalBasis: BASIS }
  })
}

const BASIS = 'Nghị quyết 202/2025/QH15'
