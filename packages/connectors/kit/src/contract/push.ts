import type { DaysOfReception, Page } from './page.ts'
import type { Streams } from './stream.ts'

/** What a portal sent: its text, decoded as an answer of a portal is (`parseJson`, `parseXmlDocument` take it). */
export interface Pushed {
  readonly body: string
  /** The media type in lower case, without parameters; empty where none was sent. */
  readonly contentType: string
}

/** What a sent body says, of one stream. */
export type Received<S extends Streams = Streams> = {
  readonly [N in keyof S & string]: {
    readonly stream: N
    readonly records: Page<S[N]>['records']
    readonly removed?: Page['removed']
    /**
     * Days of which this body holds every dossier that the portal has. Only what bodies say so is reported as read
     * whole; figures of other days are not reported as complete.
     */
    readonly whole?: DaysOfReception
  }
}[keyof S & string]
