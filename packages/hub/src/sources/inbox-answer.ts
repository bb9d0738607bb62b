import { z } from 'zod'

/** What came of a body that a portal sent: counts of its records. */
export const InboxAnswer = z
  .object({
    run: z.string(),
    stream: z.string(),
    new: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    removed: z.int(),
    refused: z.int().describe('Kept with their reasons; the others are stored'),
  })
  .meta({ id: 'Inbox' })
export type InboxAnswer = z.output<typeof InboxAnswer>

/** Where a portal sends to. */
export interface Inbox {
  /** The header that carries the key, in lower case; undefined = Authorization, as Bearer. */
  readonly keyHeader: string | undefined
  readonly mostBytes: number
  /** Whether its key may be compared however many wrong ones came before. */
  readonly isHardToGuess: boolean
  /** In constant time. */
  isKey(sent: string): boolean
  /**
   * Stores what was sent and answers after the commit; nothing of the body is kept beside its records. UsageError for a
   * body that cannot be understood, RunConflict while another run holds the source.
   */
  receive(body: Uint8Array, contentType: string | undefined): Promise<InboxAnswer>
}
