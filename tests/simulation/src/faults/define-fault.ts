import type { Attempt } from '@cchc/connector-kit'
import type { Random } from '../random.ts'

/** One exchange with a portal that is about to go wrong. */
export interface SpoiltExchange {
  readonly random: Random
  /** True time, epoch ms. */
  readonly now: number
  /** How long the hub waits for an answer. */
  readonly timeoutMs: number
  /** What the portal would have answered; `forgetful` = to a caller whose session has ended. */
  answer(forgetful?: boolean): Promise<Attempt>
  sleep(ms: number): Promise<void>
}

/** One way in which an exchange goes wrong. */
export interface Fault {
  readonly name: string
  readonly sentence: string
  spoil(exchange: SpoiltExchange): Promise<Attempt>
}
