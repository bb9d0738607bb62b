import { auditHead, auditLog, auditVerification } from '@cchc/hub/questions/audit-log'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { helpGroup } from '../../command-group.ts'
import { EXIT } from '../../exit-code.ts'
import { limitOption } from '../../limit-option.ts'
import {
  type FormatOption,
  formatOption,
  printDocument,
  printListing,
} from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withHub, withReader } from '../../with-hub.ts'

export function addAudit(program: Command, context: CommandContext): void {
  const group = helpGroup(program, { name: 'audit', about: context.messages.audit.about })
  const format = () => ({ option: formatOption(context) })
  questionCommand(group, context, {
    question: auditLog,
    own: [{ option: limitOption(context) }, format()],
  }).action(action<FormatOption>(context, log))
  questionCommand(group, context, { question: auditHead, own: [format()] }).action(
    action<FormatOption>(context, head),
  )
  questionCommand(group, context, { question: auditVerification, own: [format()] }).action(
    action<FormatOption>(context, verify),
  )
}

async function log(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, auditLog)
  const { items, next } = await withReader(invocation, (hub) => hub.ask(auditLog, asked))
  const { instantOf } = await import('../../output/operator-text.ts')
  const { audit: said, columns, notes } = invocation.messages
  await printListing(invocation, {
    rows: items,
    document: { items },
    columns: [
      { title: columns.id, show: ({ seq }) => String(seq), right: true },
      { title: said.at, show: ({ at }) => instantOf(at, invocation) },
      { title: said.who, show: ({ who }) => who },
      { title: said.action, show: (line) => line.action },
      { title: said.subject, show: ({ subject }) => subject, flexible: true },
      { title: columns.result, show: ({ outcome }) => outcome },
    ],
  })
  if (next !== null) invocation.terminal.note(notes.more(items.length))
  return EXIT.done
}

async function head(invocation: Invocation<FormatOption>): Promise<number> {
  const newest = await withReader(invocation, (hub) => hub.ask(auditHead, {}))
  if (invocation.options.format === 'json') printDocument(invocation, newest)
  else invocation.terminal.print(newest.written)
  return EXIT.done
}

async function verify(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, auditVerification)
  const found = await withHub(invocation, (hub) => hub.ask(auditVerification, asked))
  const { audit: said, columns } = invocation.messages
  if (invocation.options.format === 'table') invocation.terminal.note(said.lines(found.lines))
  if (found.faults.length > 0 || invocation.options.format !== 'table') {
    await printListing(invocation, {
      rows: found.faults,
      document: found,
      columns: [
        { title: columns.id, show: ({ seq }) => String(seq), right: true },
        { title: columns.result, show: ({ told }) => told, flexible: true },
      ],
    })
  }
  return found.sound ? EXIT.done : EXIT.failed
}
