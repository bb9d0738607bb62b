import type { Chosen } from '../chosen.ts'

interface Among {
  readonly chosen: Chosen
  /** All units whose numbers stand by themselves. */
  readonly codes: readonly string[]
}

/**
 * Where the number of a unit comes from: its own figures, which are those of all below it too. Where others below it stand by
 * themselves, it is found among the shares of the figure of all.
 */
export function explainedBy(code: string, { chosen, codes }: Among): Chosen {
  const hasOthersBelow = codes.some((other) => other.startsWith(`${code}.`))
  return hasOthersBelow ? chosen : { ...chosen, org: code }
}
