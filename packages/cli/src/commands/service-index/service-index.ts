import { serviceIndex } from '@cchc/hub/questions/service-index'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { printMissing } from '../../print-missing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'

export function addServiceIndex(program: Command, context: CommandContext): void {
  const own = [{ option: formatOption(context) }]
  questionCommand(program, context, { question: serviceIndex, own }).action(
    action<FormatOption>(context, show),
  )
}

async function show(invocation: Invocation<FormatOption>): Promise<number> {
  const { INDEX_COLUMNS, INDEX_ORIGIN_COLUMNS } = await import('./index-columns.ts')
  const { printDayRange } = await import('@cchc/domain')
  const asked = askedOf(invocation, serviceIndex)
  const view = await withReader(invocation, (hub) => hub.ask(serviceIndex, asked))
  await printListing(invocation, {
    rows: view.rows,
    document: view,
    head: [
      view.organisation.name,
      `${printDayRange(view.period)}; bộ chỉ số 766, điểm do cổng công bố, không tính lại`,
    ],
    columns: INDEX_COLUMNS,
    csvColumns: INDEX_ORIGIN_COLUMNS,
  })
  return printMissing(invocation, { missing: view.missing, partial: true })
}
