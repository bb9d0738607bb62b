import { domainPhrases } from './domain.ts'
import { hubPhrases } from './hub.ts'
import type { Phrases } from './phrases.ts'
import { schemaPhrases } from './schema.ts'

/** By area, for whoever looks for a phrase. */
const PHRASES_BY_AREA: readonly Phrases[] = [domainPhrases, hubPhrases, schemaPhrases]

/** Every text of an error, in Vietnamese. */
export const vietnamesePhrases: Phrases = Object.assign({}, ...PHRASES_BY_AREA)
