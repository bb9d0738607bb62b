import type { Hub } from '@cchc/hub'
import type { Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, printListing } from '../../output/listing.ts'
import { listenForStop } from '../../stop-signals.ts'
import { withHub } from '../../with-hub.ts'

interface Copied {
  readonly tables: readonly { readonly table: string; readonly rows: number }[]
}

/** How many rows of which table were copied. */
export async function printTables(
  invocation: Invocation<FormatOption>,
  document: Copied,
): Promise<void> {
  const { columns, words } = invocation.messages
  const { countText } = await import('../../output/operator-text.ts')
  await printListing(invocation, {
    rows: document.tables.filter(({ rows }) => rows > 0),
    document,
    columns: [
      { title: columns.table, show: ({ table }) => table },
      {
        title: columns.rows,
        show: ({ rows }) => countText(rows, words),
        plain: ({ rows }) => String(rows),
        right: true,
      },
    ],
  })
}

/** Works on the configured store until it is done or stopped. */
export async function whileStoppable(
  invocation: Invocation<object>,
  work: (hub: Hub, signal: AbortSignal) => Promise<void>,
): Promise<number> {
  const stop = listenForStop(invocation)
  try {
    await withHub(invocation, (hub) => work(hub, stop.signal))
    return stop.code() ?? EXIT.done
  } finally {
    stop.end()
  }
}
