/** The same statement for developers and for readers of reports; `vi` is NFC. */
export interface BilingualText {
  readonly en: string
  readonly vi: string
}
