import { domainPhrases } from './domain.ts'
import { hubPhrases } from './hub.ts'
import type { Phrases } from './phrases.ts'
import { reportPhrases } from './reports.ts'
import { schemaPhrases } from './schema.ts'

/** By area, for whoever looks for a phrase. */
export const PHRASES_BY_AREA: readonly Phrases[] = [
  domainPhrases,
  hubPhrases,
  reportPhrases,
  schemaPhrases,
]

/** Every text of an error, in Vietnamese. */
export const vietnamesePhrases: Phrases = Object.assign({}, ...PHRASES_BY_AREA)
