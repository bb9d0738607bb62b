import { z } from 'zod'
import { type Message, say } from './messages/say.ts'

/** Words of a portal about a score; nine digits in a row are a telephone or an identity number and no remark. */
const Words = z
  .string()
  .max(300)
  .regex(/^(?!.*\d{9})/s, say('holds a number of nine digits').template)

/**
 * What a portal states beside one of its own scores (QĐ 766/QĐ-TTg: score, maximum, ratio, remark of each metric and
 * group); null = it states none. Nothing of it is computed here, and what does not fit together is told, not mended.
 */
export const PortalScore = z.object({
  /** The metric or group as the portal calls it. */
  name: Words.nullable(),
  maximum: z.number().nullable(),
  /** From 0 to 100. */
  ratio: z.number().nullable(),
  remark: Words.nullable(),
})
export type PortalScore = z.output<typeof PortalScore>

/** A score with what the portal states of the share behind it; absent = nothing. */
export interface StatedScore extends Pick<PortalScore, 'maximum' | 'ratio'> {
  readonly score: number | null
  readonly numerator?: number | null | undefined
  readonly denominator?: number | null | undefined
}

/** What cannot be in a stated score, each in one sentence; empty = sound, or too little is stated to tell. */
export function scoreFaults({ score, maximum, ratio, ...share }: StatedScore): readonly Message[] {
  const above =
    score !== null && maximum !== null && score > maximum
      ? [say('the score {score} is above its maximum {maximum}', { score, maximum })]
      : []
  const below = score !== null && score < 0 ? [say('the score {score} is below 0', { score })] : []
  const [part, whole] =
    share.numerator === undefined && share.denominator === undefined
      ? [score, maximum]
      : [share.numerator, share.denominator]
  if (ratio === null || part === undefined || whole === undefined) return [...above, ...below]
  return [...above, ...below, ...ratioFaults({ ratio, part, whole })]
}

function ratioFaults(stated: {
  readonly ratio: number
  readonly part: number | null
  readonly whole: number | null
}): readonly Message[] {
  const { ratio, part, whole } = stated
  if (part === null || whole === null || whole === 0) return []
  const expected = (part / whole) * 100
  if (Math.abs(expected - ratio) <= lastPlaceOf(ratio)) return []
  return [say('the ratio {ratio} does not follow from {part} of {whole}', { ratio, part, whole })]
}

/** One unit of the last decimal that is stated: portals round and cut. */
function lastPlaceOf(number: number): number {
  const decimals = /\.(\d+)$/.exec(String(number))?.[1]?.length ?? 0
  return 10 ** -decimals + Number.EPSILON * 100
}
