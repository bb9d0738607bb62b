import { decodeBytes } from '@cchc/domain'

const META = /<meta\s[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})/i
/** What Vietnamese text holds beside ASCII: its letters, and the signs that word processors write. */
const VIETNAMESE =
  /^[\t\n\r\x20-\x7e\u00a0ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ“”‘’–—…•·°²³₫€§«»]*$/u

/**
 * The text of a file by its mark, by what a web page says of itself, as UTF-8, as UTF-16 without a mark, or as
 * windows-1258 where that gives Vietnamese words and nothing else; undefined for anything else.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const stated = META.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1]
  const decoded = decodeBytes(bytes, stated ?? unmarked(bytes))
  if ('text' in decoded) return holdsNothing(decoded.text) ? undefined : decoded.text
  const legacy = decodeBytes(bytes, 'windows-1258')
  if (!('text' in legacy)) return undefined
  const text = legacy.text.normalize('NFC')
  return VIETNAMESE.test(text) ? text : undefined
}

/** Half of the bytes of ASCII in UTF-16 are zero: the second of each two, or the first. */
function unmarked(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 2000)
  const zeros = (rest: number) => sample.filter((byte, at) => byte === 0 && at % 2 === rest).length
  const enough = sample.length / 8
  if (zeros(1) > enough && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > enough && zeros(1) === 0 ? 'utf-16be' : undefined
}

/** No text has zero characters: the file is something else. */
function holdsNothing(text: string): boolean {
  return text.includes('\0')
}
