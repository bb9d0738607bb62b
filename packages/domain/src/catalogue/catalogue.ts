import { z } from 'zod'
import { Indicator, IndicatorId } from '../indicator.ts'
import { LegalDocument } from '../legal-document.ts'
import { issueOf } from '../messages/faults.ts'
import { say } from '../messages/say.ts'
import { Day } from '../time.ts'

const PrintedCode = z
  .object({ code: z.string().nullable(), underCode: z.string().nullable() })
  .nullable()

/**
 * An indicator with what forms call it. `names` are the labels that forms print, `under` the headings that tell labels
 * apart which several indicators share; `basis` holds the parts of a ratio as far as forms ask for them.
 */
export const CatalogueIndicator = Indicator.extend({
  section: z.int().min(1).max(7),
  basis: z
    .object({ numerator: IndicatorId.nullable(), denominator: IndicatorId.nullable() })
    .nullable(),
  names: z.array(z.string().min(1)).min(1),
  under: z.array(z.string().min(1)),
  /** For a total: whether one thing may belong to two of its parts, so that it may be less than their sum. */
  partsMayOverlap: z.boolean().default(false),
  replacedBy: z.array(IndicatorId),
  legalBasis: z.array(LegalDocument),
  /** First and last day of effect; null = not known, or still in force. */
  effective: z.object({ from: Day.nullable(), to: Day.nullable() }),
  printedAs: z.record(z.string(), PrintedCode),
})
export type CatalogueIndicator = z.output<typeof CatalogueIndicator>

/** The indicators of the published forms; every id that one names exists. */
export const IndicatorCatalogue = z
  .object({ indicators: z.array(CatalogueIndicator) })
  .superRefine(({ indicators }, context) => {
    const ids = new Set(indicators.map((one) => one.id))
    if (ids.size !== indicators.length) {
      context.addIssue(issueOf(say('indicator ids are not unique')))
    }
    for (const one of indicators) {
      for (const id of namedBy(one)) {
        if (ids.has(id)) continue
        const named = { id: one.id, other: id }
        context.addIssue(issueOf(say('indicator {id} names {other}, which does not exist', named)))
      }
    }
  })
export type IndicatorCatalogue = z.output<typeof IndicatorCatalogue>

function namedBy(one: CatalogueIndicator): readonly string[] {
  const parts = [one.quotient?.numerator, one.quotient?.denominator]
  const basis = [one.basis?.numerator, one.basis?.denominator]
  const named = [...parts, ...basis, ...one.sumOf, ...one.replacedBy]
  return named.filter((id) => id !== undefined && id !== null)
}

/** Loads the catalogue when it is first needed: programs that never ask for it do not read it. */
export async function loadIndicatorCatalogue(): Promise<IndicatorCatalogue> {
  const { default: document } = await import('./indicators.json', { with: { type: 'json' } })
  return IndicatorCatalogue.parse(document)
}
