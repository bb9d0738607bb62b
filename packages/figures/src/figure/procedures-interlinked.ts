import { z } from 'zod'
import { oneOf } from './parameters.ts'
import { defineProcedureFigure } from './procedure-figure.ts'

const KINDS = { same_level: 'Cùng cấp', cross_level: 'Giữa các cấp', none: 'Không liên thông' }

/** Procedures that several agencies carry out together, of one level or across levels. */
export const proceduresInterlinked = defineProcedureFigure({
  id: 'procedures-interlinked',
  name: 'TTHC liên thông',
  where: z.strictObject({ kind: oneOf(['same_level', 'cross_level', 'none']) }),
  fact: 'loại liên thông (cùng cấp hay giữa các cấp)',
  known: (all) =>
    all.some(({ interlinked }) => interlinked !== null) &&
    !all.some(({ interlinked }) => interlinked === 'unspecified'),
  conditions: ({ kind }) => [{ name: 'Liên thông', value: KINDS[kind] }],
  counts: ({ interlinked }, { kind }) => interlinked === kind,
})
