import { z } from 'zod'

const DAY_MS = 86_400_000

/** For a configuration: after how many days everything is read again; never unless stated. */
export const WholeEveryDays = z.int().min(1).max(3660).optional()

/** Whether everything is to be read again. What is not known to have been read whole is due. */
export function isWholeDue(
  { wholeEveryDays, now }: { readonly wholeEveryDays?: number | undefined; readonly now: number },
  wholeAt: string | undefined,
): boolean {
  if (wholeEveryDays === undefined) return false
  return wholeAt === undefined || Date.parse(wholeAt) + wholeEveryDays * DAY_MS <= now
}
