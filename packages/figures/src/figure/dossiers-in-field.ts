import { say } from '@cchc/domain'
import { z } from 'zod'
import { field } from '../dimension/field.ts'
import { defineDossierFigure } from './dossier-figure.ts'

/** Dossiers in the fields whose name contains some words, since every province has its own codes of fields. */
export const dossiersInField = defineDossierFigure({
  id: 'dossiers-in-field',
  name: 'Hồ sơ theo lĩnh vực',
  by: field,
  asked: z.string({ error: say('is needed').template }).min(1, say('names nothing').template),
  condition: (words) => ({ name: 'Lĩnh vực có chữ', value: words }),
  counts: ({ name }, words) => folded(name).includes(folded(words)),
})

function folded(text: string): string {
  return text.toLocaleLowerCase('vi')
}
