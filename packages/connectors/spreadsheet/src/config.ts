import { FilesSource, FirstDay } from '@cchc/connector-kit'
import { Day, OrganisationCode, ProcedureCode, STATED_COLUMNS, say } from '@cchc/domain'
import { z } from 'zod'
import { DOSSIER_FIELDS } from './dossiers/vocabulary.ts'

const Days = z.object({ from: Day, to: Day }).refine(({ from, to }) => from <= to, {
  path: ['to'],
  message: say('ends before it begins').template,
})

/** Where the files are, and what they do not say themselves. */
export const SpreadsheetConfig = FilesSource.extend({
  /** The first day of reception that the lists of dossiers hold whole; without it no period is known from them. */
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
  /** Files that are not read, by their paths within the folder. */
  ignore: z.array(z.string().min(1)).max(1000).default([]),
})
export type SpreadsheetConfig = z.output<typeof SpreadsheetConfig>
