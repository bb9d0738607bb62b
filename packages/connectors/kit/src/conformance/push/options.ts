import type { z } from 'zod'
import type { RecordOf, StreamSpec, Streams } from '../../contract/stream.ts'
import type { PushSource } from '../../push-source.ts'

/** A body as the portal sends it, and what is in it. */
export interface SentBody<S extends StreamSpec = StreamSpec, N extends string = string> {
  readonly body: string
  /** `application/json` unless told. */
  readonly contentType?: string
  readonly stream: N
  /** How many records it holds, counted by hand. */
  readonly count: number
  /** Some of them whole, as the connector must hand them out. */
  readonly samples: readonly RecordOf<S>[]
}

/** What the suite needs to know about what a portal sends. */
export interface PushConformanceOptions<
  C extends z.ZodType<PushSource> = z.ZodType<PushSource>,
  S extends Streams = Streams,
> {
  readonly config: z.input<C>
  /** Good bodies, of every stream at least one with two rows. */
  readonly bodies: readonly { [N in keyof S & string]: SentBody<S[N], N> }[keyof S & string][]
  /** Names of the fields of bodies that tell of people; the suite writes into them. [] = they tell of nobody. */
  readonly personal: readonly string[]
}
