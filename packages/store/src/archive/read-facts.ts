import { resolve } from 'node:path'
import type { ArchiveFacts } from './archive-file.ts'

/** What an archive says of itself; its tables are not read. Throws UsageError for a file that is none. */
export async function readArchiveFacts(file: string): Promise<ArchiveFacts> {
  const { openArchive } = await import('./archive-file.ts')
  const archive = openArchive(resolve(file))
  await archive.close()
  return archive.facts
}
