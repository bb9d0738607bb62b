import { z } from 'zod'
import { serviceLevelCondition, serviceLevels } from './parameters.ts'
import { defineProcedureFigure } from './procedure-figure.ts'

/** Procedures with an online service of some levels. */
export const proceduresWithService = defineProcedureFigure({
  id: 'procedures-with-service',
  name: 'TTHC có dịch vụ công trực tuyến',
  where: z.strictObject({ serviceLevel: serviceLevels }),
  fact: 'mức độ dịch vụ công trực tuyến',
  known: (all) => all.some(({ services }) => services !== null),
  conditions: ({ serviceLevel }) => [serviceLevelCondition(serviceLevel)],
  counts: ({ services }, { serviceLevel }) =>
    (services ?? []).some(({ level }) => serviceLevel.includes(level)),
})
