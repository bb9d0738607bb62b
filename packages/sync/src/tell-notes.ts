import type { Page } from '@cchc/connector-kit'
import { say } from '@cchc/domain'
import type { RunWriter } from '@cchc/store'

/** A folder of a thousand files that nobody understands is told by its first ones. */
const MOST_TOLD = { notes: 200, warnings: 90 }

/** Where a stream's notes go, and how many of each kind came so far. */
interface Telling {
  readonly writer: Pick<RunWriter, 'note' | 'warn'>
  readonly stream: string
  readonly told: { notes: number; warnings: number }
}

/** What a page says for people, as far as a person reads; that there is more is told once. */
export async function tellNotes({ writer, stream, told }: Telling, page: Page): Promise<void> {
  const { notes = [], warnings = [] } = page
  for (const note of notes) {
    told.notes += 1
    if (told.notes <= MOST_TOLD.notes) await writer.note(note)
  }
  for (const warning of warnings) {
    told.warnings += 1
    if (told.warnings <= MOST_TOLD.warnings) await writer.warn(warning)
  }
  for (const kind of ['notes', 'warnings'] as const) {
    const count = MOST_TOLD[kind]
    const before = told[kind] - (page[kind]?.length ?? 0)
    if (before > count || told[kind] <= count) continue
    await writer.warn(say('{stream}: only the first {count} notes are told', { stream, count }))
  }
}
