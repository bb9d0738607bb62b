import { say, UsageError } from '@cchc/domain'
import { SAVE_AGAIN } from '../fill/received-file.ts'
import { fileContent } from '../grid/file-content.ts'
import { refuseLongFile } from '../grid/long-file.ts'
import type { GivenFile } from '../grid/read-grids.ts'
import type { Annotated, Said } from './annotated-copy.ts'

/**
 * A copy of a workbook or document with comments at its cells, one a cell, all else as it was; comments that it has stay.
 * What says neither a cell nor words of the file stands at its first one. It is read again; throws a UsageError where that
 * gives anything else, and for files that hold no comments.
 */
export async function annotated(file: GivenFile, said: Said): Promise<Annotated> {
  refuseLongFile({ name: file.name, size: file.bytes.length })
  switch (await kindOf(file)) {
    case 'xlsx':
      return (await import('./annotate-workbook.ts')).annotateWorkbook(file, said)
    case 'docx':
      return (await import('./annotate-document.ts')).annotateDocument(file, said)
    default:
      throw new UsageError(
        say('{file} is no xlsx workbook and no docx document: it cannot hold comments.', {
          file: file.name,
        }),
        { fix: SAVE_AGAIN },
      )
  }
}

async function kindOf({ bytes }: GivenFile): Promise<string> {
  try {
    return (await fileContent(bytes)).kind
  } catch {
    return 'unknown'
  }
}
