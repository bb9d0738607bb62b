import { periodSoFar } from './periods.ts'
import type { Viewing } from './view.ts'

/** Which figures are looked at: whose, of when, and counted how. */
export interface Chosen {
  /** Absent = whose the gateway takes: those of the key, or of the configuration. */
  readonly org: string | undefined
  readonly period: string
  /** Absent = the hub's own. */
  readonly rule: string | undefined
  /** Figures of which only a part is known are wanted too. */
  readonly partial: 'true' | undefined
}

/** What of an address says which figures are looked at. */
export const CHOSEN = ['org', 'period', 'rule', 'partial'] as const

/** The figures that an address means. */
export function chosenIn({ given, place }: Pick<Viewing, 'given' | 'place'>): Chosen {
  return {
    org: given.org,
    period: given.period ?? periodSoFar(place),
    rule: given.rule,
    partial: given.partial === 'true' ? 'true' : undefined,
  }
}

/** The same once it is known whose figures they are, so that links name it. */
export function chosenOf(
  chosen: Chosen,
  { organisation }: { readonly organisation: { readonly code: string } | null },
): Chosen {
  return { ...chosen, org: organisation?.code ?? chosen.org }
}

/** The same as a question takes it. */
export function askedOf({ org, period, rule, partial }: Chosen) {
  return {
    period,
    anyway: true,
    ...(org !== undefined && { org }),
    ...(rule !== undefined && { rule }),
    ...(partial && { partial: true }),
  }
}
