export interface RepeatedRequestTable {
  name: string
  asked: string
  /** Null while it is being done. */
  answer: string | null
  claimed_at: number
  ends_at: number
}
