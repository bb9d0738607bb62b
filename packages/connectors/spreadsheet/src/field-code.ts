import { createHash } from 'node:crypto'
import { plain } from './plain.ts'

/** A code of a catalogue has no more characters. */
const LONGEST = 60
const DIGEST = 8

/** The code of a field whose file gives its name alone: its words, `ho-tich`; of a long name its beginning and a digest. */
export function fieldCodeOf(name: string): string {
  const words = plain(name).replaceAll('%', '').trim().replace(/ +/g, '-')
  if (words.length <= LONGEST) return words
  const digest = createHash('sha256').update(words).digest('hex').slice(0, DIGEST)
  return `${words.slice(0, LONGEST - DIGEST - 1).replace(/-$/, '')}-${digest}`
}
