import { importPlan } from '@cchc/hub/actions/import-documents'
import { plan, planReport } from '@cchc/hub/questions/plan'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { helpGroup } from '../../command-group.ts'
import { personOf } from '../../entering.ts'
import { EXIT } from '../../exit-code.ts'
import {
  type FormatOption,
  formatOption,
  printDocument,
  printListing,
} from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withHub, withReader } from '../../with-hub.ts'
import { fileOptions, type ReportOptions } from '../report/file-options.ts'

export function addPlan(program: Command, context: CommandContext): void {
  const about = context.messages.entered.help.plan
  const group = helpGroup(program, { name: 'plan', about })
  const format = () => [{ option: formatOption(context) }]
  questionCommand(group, context, { question: importPlan, own: format(), supplied: ['by'] }).action(
    action<FormatOption>(context, importFile),
  )
  questionCommand(group, context, { question: plan, own: format() }).action(
    action<FormatOption>(context, list),
  )
  questionCommand(group, context, { question: planReport, own: fileOptions(context) }).action(
    action<ReportOptions>(context, write),
  )
}

async function importFile(invocation: Invocation<FormatOption>): Promise<number> {
  const { options, words, terminal, messages } = invocation
  const { givenFile } = await import('../../given-file.ts')
  const file = givenFile(words[0] ?? '', invocation)
  const asked = askedOf(invocation, importPlan, { file, by: personOf(invocation) })
  const result = await withHub(invocation, (hub) => hub.act(importPlan, asked))
  if (options.format === 'json') {
    printDocument(invocation, result)
    return EXIT.done
  }
  const text = messages.entered.plan
  const { organisation, year, content, dryRun, changed } = result
  const kept = text.kept(organisation.name, year, content.tasks.length)
  terminal.print(dryRun ? text.dryRun : changed ? kept : text.same)
  return EXIT.done
}

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const { planColumns } = await import('./plan-columns.ts')
  const { printDay } = await import('@cchc/domain')
  const asked = askedOf(invocation, plan)
  const view = await withReader(invocation, (hub) => hub.ask(plan, asked))
  await printListing(invocation, {
    rows: view.tasks,
    document: view,
    head: [`${view.title}, ${invocation.messages.entered.plan.on(printDay(view.on))}`],
    columns: planColumns(invocation),
  })
  return EXIT.done
}

async function write(invocation: Invocation<ReportOptions>): Promise<number> {
  const { readFormats } = await import('../report/report-formats.ts')
  const { renderedIn, writeOrPrint } = await import('../report/report-files.ts')
  const formats = readFormats(invocation.options.format ?? 'xlsx')
  const asked = askedOf(invocation, planReport)
  const { files, code } = await withReader(invocation, async (hub) => {
    const filled = await hub.ask(planReport, asked)
    return { files: await renderedIn(formats, { hub, filled }), code: filled.head.organisationCode }
  })
  const paths = writeOrPrint(invocation, { files, name: `plan_${code}_${asked.year}` })
  for (const path of paths) invocation.terminal.print(path)
  return EXIT.done
}
