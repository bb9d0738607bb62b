import type { Page, ReadRequest, StreamSpec } from '@cchc/connector-kit'
import { Field } from '@cchc/domain'
import { countRows } from './counts/count-table.ts'
import { FolderCursor, folderCursorSteps, saved } from './folder-cursor.ts'
import { planPass, type ReadFolder } from './read-folder.ts'
import { settingsOf } from './settings.ts'

/** What the fields of forms and lists are called. */
export const fields = {
  entity: 'field',
  record: Field,
  key: ['code'],
  cursor: FolderCursor,
  cursorSteps: folderCursorSteps,
  deletes: 'never',
} satisfies StreamSpec

/** Names the fields of the files that are new. */
export async function* readFields(
  folder: ReadFolder,
  { cursor }: ReadRequest<FolderCursor>,
): AsyncGenerator<Page<typeof fields>, void, undefined> {
  const { config, io } = folder
  const settings = settingsOf(config, io.now())
  const pass = await planPass(io, config, cursor)
  const files = { ...pass.start.files }
  const position = () => saved({ ...pass.start, again: false, files })
  for (const file of pass.fresh) {
    const read = await folder.readForms(file, settings)
    if (!read) continue
    files[file.path] = { sha256: file.sha256 }
    const stated = read.forms.flatMap((table) => {
      return countRows(table, { settings, document: file.path }).fields
    })
    const byCode = new Map([...read.listed, ...stated].map((field) => [field.code, field]))
    yield { records: [...byCode.values()], cursor: position() }
  }
  if (pass.fresh.length === 0) yield { records: [], cursor: position() }
}
