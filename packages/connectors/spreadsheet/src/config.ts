import { FilesSource, FirstDay } from '@cchc/connector-kit'
import { Day, Field, OrganisationCode, ProcedureCode, STATED_COLUMNS, say } from '@cchc/domain'
import { z } from 'zod'
import { DOSSIER_FIELDS } from './dossiers/vocabulary.ts'

const Days = z.object({ from: Day, to: Day }).refine(({ from, to }) => from <= to, {
  path: ['to'],
  message: say('ends before it begins').template,
})

/** Where the files are, and what they do not say themselves. */
export const SpreadsheetConfig = FilesSource.extend({
  /**
   * The first day of reception from which the lists of dossiers hold everything, and what was open before it; unless told,
   * each says it by the days above it, by its name or by its dossiers.
   */
  since: FirstDay.optional(),
  /** Units by their names as the files write them. */
  units: z.record(z.string().min(1).max(300), OrganisationCode).default({}),
  /** The unit of files that name none. */
  organisation: OrganisationCode.optional(),
  /** The days of forms that name none. */
  period: Days.optional(),
  /** Last day of a month, for forms that name their period and not its days. */
  cutOffDay: z.int().min(1).max(31).default(14),
  /** Further heads of columns, by what they hold. */
  columns: z
    .partialRecord(
      z.enum([...DOSSIER_FIELDS, ...STATED_COLUMNS]),
      z.array(z.string().min(1).max(200)),
    )
    .default({}),
  /** Procedures by their names, where lists give no codes. */
  procedures: z.record(z.string().min(1).max(1500), ProcedureCode).default({}),
  /** Fields by their names, where forms give no codes; a name without one is a code of its own. */
  fields: z.record(z.string().min(1).max(300), Field.shape.code).default({}),
  /** Files that are not read, by their paths within the folder. */
  ignore: z.array(z.string().min(1)).max(1000).default([]),
})
export type SpreadsheetConfig = z.output<typeof SpreadsheetConfig>

/** What a column may hold, as `columns` names it. */
export type ColumnMeaning = keyof SpreadsheetConfig['columns']
