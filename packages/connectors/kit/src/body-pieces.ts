/** A body of which each byte is a character, so that only what is kept of it has to be decoded. */
export interface BodyPieces {
  /** ASCII is as it should be, every other character is several here; what is not decoded must not be kept. */
  readonly text: string
  /** What a piece of it says; a piece ends where characters end. */
  decode(piece: string): string
}

/** A body that is decoded whole, or piece by piece. */
export interface PiecewiseBody {
  /** All of it; throws PortalChanged or PortalUnavailable where the bytes are no text of their character set. */
  readonly whole: string
  /**
   * Of long lists most is thrown away, and decoding that is the dearest part of reading them. Undefined for all but good UTF-8
   * without a mark.
   */
  pieces(): BodyPieces | undefined
}
