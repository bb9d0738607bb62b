/** Text that was read from bytes, or why it could not be: no replacement character ever stands for what is broken. */
export type DecodedBytes =
  | { readonly text: string }
  | { readonly fault: 'cut' | 'invalid' | 'unknown-charset'; readonly charset: string }

const UTF_8 = 'utf-8'

/**
 * Reads bytes as text, strictly. A byte order mark decides over the stated character set and is taken off; without
 * either it is UTF-8. Bytes that are UTF-8 beyond doubt are read as such, whatever set was stated.
 * `cut`: the bytes stop within a character.
 */
export function decodeBytes(bytes: Uint8Array, stated?: string): DecodedBytes {
  const charset = markedCharset(bytes) ?? normalised(stated ?? UTF_8, bytes)
  const decoder = decoderOf(charset)
  if (decoder === undefined) return { fault: 'unknown-charset', charset: shown(charset) }
  if (!decoder.encoding.startsWith('utf-')) {
    const asUtf8 = strictly(decoderOf(UTF_8), bytes)
    if (asUtf8 !== undefined) return { text: asUtf8 }
  }
  const text = strictly(decoder, bytes)
  if (text !== undefined) return { text }
  const isCut = strictly(decoderOf(charset), bytes, { stream: true }) !== undefined
  return { fault: isCut ? 'cut' : 'invalid', charset: decoder.encoding }
}

function markedCharset([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return UTF_8
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined
}

/**
 * UTF-16 without a mark: the zero byte of the first character, which is ASCII in JSON and XML, tells the order. Without any
 * zero byte it is what a program wrote that only says UTF-16, and keeps its texts as such.
 */
function normalised(stated: string, bytes: Uint8Array): string {
  const charset = stated.trim().toLowerCase()
  if (!/^utf-16(?:le|be)?$/.test(charset)) return charset
  if (!bytes.subarray(0, 1000).includes(0)) return UTF_8
  if (charset !== 'utf-16') return charset
  return bytes[0] === 0 ? 'utf-16be' : 'utf-16le'
}

type Decoder = InstanceType<typeof TextDecoder>

function decoderOf(charset: string): Decoder | undefined {
  try {
    return new TextDecoder(charset, { fatal: true })
  } catch {
    return undefined
  }
}

function strictly(
  decoder: Decoder | undefined,
  bytes: Uint8Array,
  options?: { readonly stream: boolean },
): string | undefined {
  try {
    return decoder?.decode(bytes, options)
  } catch {
    return undefined
  }
}

/** A stated name comes from outside; what does not look like one is not repeated. */
function shown(charset: string): string {
  return /^[a-z0-9][\w.:+-]{0,39}$/.test(charset) ? charset : '?'
}
