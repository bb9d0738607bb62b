import { folded } from '@cchc/domain'
import { z } from 'zod'

/**
 * A figure that the text of a report states: its words, its value (two values: `15/14`), and the rows of the table that
 * state it too, as `kh:3.4.7.1/1` or `3.4.7.1/1`: a code, and for rows without one their place below it.
 */
export const NarrativeStatement = z.object({
  doc: z.string().nullish(),
  section: z.string().nullish(),
  raw: z.string(),
  value: z.union([z.number(), z.array(z.number())]).nullish(),
  unit: z.string().nullish(),
  appendixRow: z.union([z.string(), z.array(z.string())]).nullish(),
})
export type NarrativeStatement = z.output<typeof NarrativeStatement>

/**
 * The statements about one report: a file may hold those of several, told apart by `doc`, a name such as `khanh-hoa`
 * that occurs in `about`. Undefined when it cannot be told which report is meant.
 */
export function statementsAbout(
  statements: readonly NarrativeStatement[],
  about: string,
): readonly NarrativeStatement[] | undefined {
  const documents = new Set(statements.map(({ doc }) => doc ?? ''))
  if (documents.size <= 1) return statements
  const words = folded(about).replace(/[^a-z0-9]+/g, '-')
  const meant = [...documents].filter((doc) => doc !== '' && words.includes(folded(doc)))
  return meant.length === 1 ? statements.filter(({ doc }) => doc === meant[0]) : undefined
}
