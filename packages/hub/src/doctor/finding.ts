import type { AppError, Text } from '@cchc/domain'
import type { HubContext } from '../context.ts'

/** What was looked at, how it is, and what to do. */
export interface Finding {
  readonly what: Text
  readonly state: 'good' | 'look' | 'broken'
  readonly told: Text
  readonly fix?: Text | undefined
}

/** One thing that can be looked at; throws only for a fault of ours. */
export type Look = (hub: HubContext) => Promise<readonly Finding[]>

/** That something does not work, in the words of its error. */
export function broken(what: Text, { said, whatToDo }: AppError): Finding {
  return { what, state: 'broken', told: said, fix: whatToDo }
}
