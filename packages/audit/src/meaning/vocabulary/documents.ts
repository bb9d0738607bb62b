import { anyOf, letters, type Words } from './words.ts'

/** What a row about normative documents counts. */
export const NORMATIVE = letters({ vbqppl: 'Số VBQPPL ban hành trong kỳ' })

/** Symbols of normative documents, whose numbers hold their year. */
const NORMATIVE_SYMBOLS: Words = { 'NQ-HĐND': '03/2023/NQ-HĐND', 'QĐ-UBND': '24/2023/QĐ-UBND' }
/** The number of a normative document, with or without its year. */
export const NORMATIVE_NUMBER = new RegExp(
  `\\d+/(?:(\\d{4})/)?(?:${anyOf(NORMATIVE_SYMBOLS)})`,
  'gu',
)

/** Bodies that exist at several levels and number their documents alike. */
const OF_SEVERAL_LEVELS: Words = { UBND: '12/QĐ-UBND', HĐND: '12/NQ-HĐND' }
/** A symbol that more than one body uses. */
export const OF_SEVERAL_BODIES = new RegExp(`-(?:${anyOf(OF_SEVERAL_LEVELS)})`, 'u')
