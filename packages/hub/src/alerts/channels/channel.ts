import type { Message } from '@cchc/domain'
import type { Channel } from '../../config/alert-settings.ts'
import type { HubContext } from '../../context.ts'
import type { Outgoing } from '../message.ts'

/** Whether a message arrived, and what went wrong, in words that hold no secret. */
export interface Delivery {
  readonly arrived: boolean
  /** Null = nothing; of one that arrived, what of it did not. */
  readonly fault: Message | null
}

/** Hands a message over; never throws for what a receiver does. */
export type Deliver<Kind extends Channel['kind'] = Channel['kind']> = (
  channel: Extract<Channel, { readonly kind: Kind }>,
  outgoing: Outgoing,
  hub: Pick<HubContext, 'log'>,
) => Promise<Delivery>

/** Nothing went wrong. */
export const ARRIVED: Delivery = { arrived: true, fault: null }
