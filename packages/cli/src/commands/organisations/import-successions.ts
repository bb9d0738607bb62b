import { resolve } from 'node:path'
import { organisations } from '@cchc/hub/questions/organisations'
import type { Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, printListing } from '../../output/listing.ts'
import { withHub } from '../../with-hub.ts'

export interface ImportOptions extends FormatOption {
  readonly dryRun?: boolean
}

/** Adds a table of old and new units to the configuration; their names are those that the hub knows. */
export async function importFile(invocation: Invocation<ImportOptions>): Promise<number> {
  const { options, words, cwd, terminal, messages } = invocation
  const { CONFIG_FILE, importSuccessions } = await import('@cchc/hub')
  const { givenFile } = await import('../../given-file.ts')
  const { printDay } = await import('@cchc/domain')
  const file = givenFile(words[0] ?? '', invocation)
  const { items: units } = await withHub(invocation, (hub) => hub.ask(organisations, {}))
  const path = resolve(cwd, options.config ?? CONFIG_FILE)
  const dryRun = options.dryRun ?? false
  const done = await importSuccessions({ path, file, units, dryRun })
  const { succession } = messages
  await printListing(invocation, {
    rows: done.added,
    document: done,
    columns: [
      { title: succession.day, show: ({ date }) => printDay(date), plain: ({ date }) => date },
      {
        title: succession.kind,
        show: ({ kind }) => succession.kinds[kind],
        plain: ({ kind }) => kind,
      },
      { title: succession.from, show: ({ from }) => from.join(', '), flexible: true },
      { title: succession.to, show: ({ to }) => to.join(', '), flexible: true },
      { title: succession.basis, show: ({ legalBasis = '' }) => legalBasis, flexible: true },
    ],
  })
  if (done.units.length > 0) terminal.note(succession.units(done.units))
  terminal.note(succession.done({ added: done.added.length, known: done.known, dryRun }))
  return EXIT.done
}
