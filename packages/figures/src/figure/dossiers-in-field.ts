import { say } from '@cchc/domain'
import { z } from 'zod'
import { field } from '../dimension/field.ts'
import { defineFigure } from './define-figure.ts'
import { columnsOfRows, NO_DOSSIERS } from './dossier-figures.ts'
import { addedColumns, kindOf } from './parameters.ts'

/** Dossiers in the fields whose name contains some words, since every province has its own codes of fields. */
export const dossiersInField = defineFigure({
  id: 'dossiers-in-field',
  name: 'Hồ sơ theo lĩnh vực',
  where: z.strictObject({
    columns: addedColumns,
    field: z.string({ error: say('is needed').template }).min(1, say('names nothing').template),
  }),
  of: ({ columns, field: words }) => {
    const isWanted = (name: string) => folded(name).includes(folded(words))
    return {
      kind: kindOf(columns),
      conditions: [{ name: 'Lĩnh vực có chữ', value: words }],
      missing: NO_DOSSIERS,
      read: async (reading) =>
        columnsOfRows(await reading.statistics('field'), columns, (group) =>
          isWanted(group.field?.name ?? ''),
        ),
      behind: {
        records: 'dossiers',
        columns,
        per: 'organisation',
        keep: (subject, names) => isWanted(field.nameOf(field.codeOf(subject, names), names)),
      },
    }
  },
})

function folded(text: string): string {
  return text.toLocaleLowerCase('vi')
}
