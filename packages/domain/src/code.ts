import { z } from 'zod'
import { say } from './messages/say.ts'

/** Nine digits in a row are a telephone or an identity number and no code of a catalogue. */
const CODE = /^(?!.*\d{9})[0-9A-Za-z][0-9A-Za-z.\-_/]{0,59}$/

/**
 * A code of a portal's catalogue, e.g. of a field, `G05-HKD`: ASCII letters, digits and `. - _ /`. Words of people, which a box
 * for codes may hold by mistake, do not pass.
 */
export const CatalogueCode = z.string().regex(CODE, say('not a code such as G05-HKD').template)

/** A status as a portal names it: a word or a number, e.g. `done`, `9`; empty where it names none. */
export const ReceivedStatus = z
  .string()
  .regex(
    /^(?:[a-z][A-Za-z0-9_-]{0,39}|[A-Z][A-Z0-9_-]{0,39}|\d{1,4})?$/,
    say('not a status such as done or 9').template,
  )

/** What the decrees and the portals call levels, and how they write around it. */
const LEVEL_WORDS = new Set(
  'dvc dvctt dịch vụ công trực tuyến mức độ cung cấp thông tin một phần toàn trình chủ động chưa không có'.split(
    ' ',
  ),
)
const LEVEL_CODE = /^(?:\d{1,2}|[a-z][a-z0-9_-]{0,19})$/

function isLevel(text: string): boolean {
  if (text.length > 40) return false
  if (LEVEL_CODE.test(text)) return true
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s()/,:.-]+/)
  const isKnown = (word: string) => LEVEL_WORDS.has(word) || /^\d{0,2}$/.test(word)
  return words.every(isKnown)
}

/** A level of online service as portals write it: a number, words of the decrees, a lower-case code. */
export const ReceivedLevel = z
  .string()
  .refine(isLevel, say('not a level such as 4 or Toàn trình').template)
