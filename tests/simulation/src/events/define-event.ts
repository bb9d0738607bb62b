import type { Random } from '../random.ts'
import type { Year } from '../year.ts'

/** Something that can happen in a year; one file each. */
export interface SimulatedEvent<P = unknown> {
  readonly name: string
  readonly sentence: string
  /** How often it happens in an average year. */
  readonly perYear: number
  /** Everything that chance decides about it, as plain data, so that it can be printed and done again. */
  draw(random: Random): P
  /** Returns without waiting for what it set going. */
  happen(year: Year, parameters: P): void | Promise<void>
}

/** Declares an event and hides its parameters from those who only let it happen. */
export function defineEvent<P>(event: SimulatedEvent<P>): SimulatedEvent {
  return event as SimulatedEvent
}
