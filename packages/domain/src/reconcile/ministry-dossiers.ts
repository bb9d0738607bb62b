import type { Dossier } from '../dossier.ts'
import type { Amounts } from './amounts.ts'
import { sumOf } from './amounts.ts'
import type { Explanation, ProcedurePart } from './cause.ts'
import { asOf, explanationOf } from './evidence.ts'
import type { Scene } from './known-causes.ts'

/** What a portal that counts everybody's dossiers has more for those of one ministry's system (`source`), as of its figures. */
export function handledInMinistry(
  { counting, days, takenAt }: Pick<Scene, 'counting' | 'days' | 'takenAt'>,
  source: string,
  dossiers: readonly Dossier[],
): Explanation {
  const what = { cause: 'handled_in_ministry_system', detail: source } as const
  const effectOf = (dossier: Dossier): Amounts => {
    const then = asOf(dossier, takenAt)
    return then ? counting.count(then, days) : {}
  }
  const byProcedure = Map.groupBy(dossiers, ({ procedureCode }) => procedureCode)
  const procedures = [...byProcedure].map(([procedure, own]): ProcedurePart => {
    const { effect, affected } = identified(own.map(effectOf))
    return { procedure, effect, affected }
  })
  return { ...identified(dossiers.map(effectOf)), procedures }

  function identified(effects: readonly Amounts[]): Explanation {
    return explanationOf({ ...what, confidence: 'identified' }, effects)
  }
}

/** The same for counts that the ministry's system states instead of dossiers: they are sums, by procedure or not. */
export function statedByMinistry(
  source: string,
  parts: readonly { readonly procedure: string | null; readonly amounts: Amounts }[],
): Explanation {
  const effect = sumOf(parts.map(({ amounts }) => amounts))
  return {
    cause: 'handled_in_ministry_system',
    detail: source,
    confidence: 'arithmetic',
    effect,
    affected: effect,
    procedures: parts.map(({ procedure, amounts }) => ({
      procedure,
      effect: amounts,
      affected: amounts,
    })),
  }
}
