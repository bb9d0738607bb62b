import { say, UsageError } from '@cchc/domain'
import { fileContent } from '../grid/file-content.ts'
import { type GivenFile, readGrids } from '../grid/read-grids.ts'
import type { Form } from './form.ts'
import { openDocument } from './open-document.ts'
import { openWorkbook } from './open-workbook.ts'
import { SAVE_AGAIN, textsOf } from './received-file.ts'

/** Opens a form to fill it. Throws a UsageError for whatever is no xlsx or xlsm workbook and no docx or docm document. */
export async function openForm(file: GivenFile): Promise<Form> {
  const before = textsOf(await readGrids(file))
  const { kind } = await fileContent(file.bytes)
  if (kind === 'xlsx') return openWorkbook(file, before)
  if (kind === 'docx') return openDocument(file, before)
  throw new UsageError(
    say('{file} is no xlsx workbook and no docx document; only these can be filled.', {
      file: file.name,
    }),
    { fix: SAVE_AGAIN },
  )
}
