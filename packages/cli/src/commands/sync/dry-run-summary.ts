import type { DryRun } from '@cchc/hub'
import type { Invocation } from '../../command-context.ts'
import { type FormatOption, printListing } from '../../output/listing.ts'
import { countText } from '../../output/operator-text.ts'
import { oneLine } from '../../output/text-width.ts'
import { countColumns } from '../runs/run-columns.ts'
import { printReasons } from './run-summary.ts'

interface StreamRow {
  readonly source: string
  readonly stream: string
  readonly counts: DryRun['counts']
  readonly missing: number
}

/** Tells what syncs would do, stream by stream, then what speaks against it. */
export async function printDryRuns(
  invocation: Invocation<FormatOption>,
  dryRuns: readonly DryRun[],
): Promise<void> {
  const { columns, words, notes } = invocation.messages
  const missing = {
    title: columns.missing,
    show: (row: StreamRow) => countText(row.missing, words),
    plain: (row: StreamRow) => String(row.missing),
    right: true,
  }
  await printListing<StreamRow>(invocation, {
    rows: dryRuns.flatMap(rowsOf),
    document: { dryRuns },
    columns: [
      { title: columns.source, show: ({ source }) => source },
      { title: columns.stream, show: ({ stream }) => stream },
      ...countColumns(invocation, ['fetched', 'new', 'changed', 'unchanged', 'outdated']),
      ...countColumns(invocation, ['removed']),
      missing,
      ...countColumns(invocation, ['refused']),
    ],
  })
  printReasons(invocation, dryRuns)
  for (const { source, refusals } of dryRuns) {
    for (const refusal of refusals) invocation.terminal.note(`${source} ${refusalText(refusal)}`)
  }
  invocation.terminal.note(notes.dryRun)
}

function rowsOf({ source, streams, missing }: DryRun): StreamRow[] {
  return Object.entries(streams).map(([stream, counts]) => {
    return { source, stream, counts, missing: missing[stream] ?? 0 }
  })
}

function refusalText({ stream, key, reasons }: DryRun['refusals'][number]): string {
  const name = Object.values(key ?? {}).join(' ')
  const why = reasons.map(({ path, message }) => [path, message].filter(Boolean).join(': '))
  return oneLine([stream, name, why.join('; ')].filter(Boolean).join(' '))
}
