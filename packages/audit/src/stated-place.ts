import { type BilingualText, type Message, say } from '@cchc/domain'
import type { NarrativeStatement } from './meaning/narrative-statement.ts'

const TEXT = { en: 'the text of the report', vi: 'phần lời văn của báo cáo' } as const
/** What both say. */
export const TEXT_AND_TABLE = {
  en: 'text: {text}; table: {table}',
  vi: 'lời văn: {text}; bảng: {table}',
} as const

/** The phrases about what a text states. */
export const STATING_PHRASES: readonly BilingualText[] = [TEXT, TEXT_AND_TABLE]

/** The part of a report that states a figure. */
export function partOf({ section }: NarrativeStatement): Message | string {
  return !section || section === 'narrative' ? say(TEXT.en) : section
}
