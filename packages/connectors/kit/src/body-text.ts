import { isUtf8 } from 'node:buffer'
import type { BodyPieces, PiecewiseBody } from './body-pieces.ts'
import { decodeLoosely, decodeText, statedCharset } from './text.ts'

/** The bytes of an answer, decoded whole or piece by piece. */
export class BodyText implements PiecewiseBody {
  readonly #bytes: Uint8Array
  readonly #contentType: string | undefined
  readonly #decode: typeof decodeText
  #whole: string | undefined

  constructor(bytes: Uint8Array, contentType: string | undefined, decode = decodeText) {
    this.#bytes = bytes
    this.#contentType = contentType
    this.#decode = decode
  }

  get whole(): string {
    this.#whole ??= this.#decode(this.#bytes, this.#contentType)
    return this.#whole
  }

  pieces(): BodyPieces | undefined {
    const charset = statedCharset(this.#bytes, this.#contentType) ?? 'utf-8'
    const bytes = Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength)
    const isPlain = /^\s*utf-?8\s*$/i.test(charset) && isUtf8(bytes) && !hasMark(bytes)
    return isPlain ? { text: bytes.toString('latin1'), decode: decodePiece } : undefined
  }
}

/** An answer's body in the form that was asked for; of a fault's page what cannot be read is replaced. */
export const BODIES = {
  bytes: (bytes: Uint8Array) => bytes,
  text: (bytes: Uint8Array, contentType: string | undefined, isFault: boolean) =>
    isFault ? decodeLoosely(bytes, contentType) : decodeText(bytes, contentType),
  pieces: (bytes: Uint8Array, contentType: string | undefined, isFault: boolean) =>
    new BodyText(bytes, contentType, isFault ? decodeLoosely : decodeText),
}

const BEYOND_ASCII = /[\x80-\xff]/

function decodePiece(piece: string): string {
  return BEYOND_ASCII.test(piece) ? Buffer.from(piece, 'latin1').toString('utf8') : piece
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}
