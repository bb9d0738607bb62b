import { countedLevel } from '@cchc/domain'
import { z } from 'zod'
import { procedureLevelCondition, procedureLevels } from './parameters.ts'
import { defineProcedureFigure } from './procedure-figure.ts'

/** Procedures by level, each at the highest local level that carries it out. */
export const procedures = defineProcedureFigure({
  id: 'procedures',
  name: 'TTHC theo cấp thực hiện',
  where: z.strictObject({ level: procedureLevels }),
  fact: 'cấp thực hiện',
  known: (all) => all.some(({ levels }) => levels.length > 0),
  conditions: ({ level }) => [procedureLevelCondition(level)],
  counts: (one, { level }) => level.some((own) => own === countedLevel(one)),
})
