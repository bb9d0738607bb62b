import { z } from 'zod'
import { LEVEL_NAMES, level } from '../dimension/level.ts'
import { defineFigure } from './define-figure.ts'
import { columnsOfRows, NO_DOSSIERS } from './dossier-figures.ts'
import { addedColumns, kindOf, unitLevels } from './parameters.ts'

/** Dossiers of the organisations at some levels. */
export const dossiers = defineFigure({
  id: 'dossiers',
  name: 'Hồ sơ theo cấp của đơn vị',
  where: z.strictObject({ columns: addedColumns, level: unitLevels }),
  of: ({ columns, level: levels }) => {
    const isWanted = (code: string | undefined) => levels.some((one) => one === code)
    return {
      kind: kindOf(columns),
      conditions: [
        { name: 'Cấp của đơn vị', value: levels.map((code) => LEVEL_NAMES[code]).join(', ') },
      ],
      missing: NO_DOSSIERS,
      read: async (reading) =>
        columnsOfRows(await reading.statistics('level'), columns, (group) =>
          isWanted(group.level?.code),
        ),
      behind: {
        records: 'dossiers',
        columns,
        per: 'organisation',
        keep: (subject, names) => isWanted(level.codeOf(subject, names)),
      },
    }
  },
})
