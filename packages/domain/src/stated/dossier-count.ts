import { z } from 'zod'
import { CatalogueCode } from '../code.ts'
import { findCountingRule } from '../counting/rules.ts'
import { say } from '../messages/say.ts'
import { OrganisationCode } from '../organisation.ts'
import { ProcedureCode } from '../procedure.ts'
import { Day } from '../time.ts'
import { STATED_COLUMNS } from './stated-columns.ts'

/** Where a source has a row from; nine digits in a row are a telephone or an identity number and no name of a file. */
const Place = z
  .string()
  .max(300)
  .regex(/^(?!.*\d{9})/, say('not the name of a file').template)

/**
 * A row of Form II.06a as a source states it of a unit, instead of the dossiers behind it: of the unit as a whole with
 * all that is below it, or of one of its fields or procedures, for the days `from`..`to` (inclusive, Asia/Ho_Chi_Minh),
 * counted by the rule that the source claims. A column that is absent is not given, which is never zero. A row may break
 * the identities of the form: it is reported and not mended.
 */
export const DossierCount = z
  .object({
    organisationCode: OrganisationCode,
    fieldCode: CatalogueCode.nullable(),
    procedureCode: ProcedureCode.nullable(),
    from: Day,
    to: Day,
    rule: z
      .string()
      .max(60)
      .refine((id) => findCountingRule(id), say('not a counting rule that is known').template),
    counts: z.partialRecord(z.enum(STATED_COLUMNS), z.int().min(0)),
    /** The file or document that states it; null where the source is none. */
    document: Place.nullable(),
    /** Where in the document, such as `Biểu II.06a!A12`. */
    place: Place.nullable(),
    /** The day on which it was stated, where the source says so. */
    statedOn: Day.nullable(),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: say('ends before it begins').template,
  })
  .refine(({ counts }) => Object.keys(counts).length > 0, {
    path: ['counts'],
    message: say('states no column').template,
  })
export type DossierCount = z.output<typeof DossierCount>

/**
 * What tells one stated row of a source from another. Of two that have it in common the later one stands; a source whose
 * documents may contradict one another adds `document`.
 */
export const DOSSIER_COUNT_KEY = [
  'organisationCode',
  'fieldCode',
  'procedureCode',
  'from',
  'to',
  'rule',
] as const satisfies readonly (keyof DossierCount)[]
