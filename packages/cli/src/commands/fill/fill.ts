import { extname, join, resolve } from 'node:path'
import { say, UsageError } from '@cchc/domain'
import { writeWhole } from '@cchc/hub/disk'
import { fill } from '@cchc/hub/questions/fill'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { type Command, Option } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { givenFile } from '../../given-file.ts'
import { type FormatOption, formatOption, printDocument } from '../../output/listing.ts'
import { namesFile, typedPath } from '../../output/written-path.ts'
import { printMissing } from '../../print-missing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'
import { RememberedRows } from './remembered-rows.ts'

interface FillOptions extends FormatOption {
  readonly output?: string
  readonly rows?: string
}

export function addFill(program: Command, context: CommandContext): void {
  const { output } = context.messages.entered.filled
  questionCommand(program, context, {
    question: fill,
    own: [
      { option: formatOption(context) },
      { option: new Option('-o, --output <place>', output) },
    ],
  }).action(action<FillOptions>(context, fillFile))
}

async function fillFile(invocation: Invocation<FillOptions>): Promise<number> {
  const { options, terminal, words, cwd } = invocation
  const [path = ''] = words
  const remembered = new RememberedRows(invocation)
  const { text: rows } = remembered
  const asked = askedOf(invocation, fill, {
    file: givenFile(path, invocation),
    ...(rows && { rows }),
  })
  const { name, content, ...told } = await withReader(invocation, (hub) => hub.ask(fill, asked))
  const target = targetOf({ name, output: options.output, cwd, received: resolve(cwd, path) })
  writeWhole(target, Buffer.from(content, 'base64'))
  const unknown = told.open.filter(({ isUnknown }) => isUnknown)
  const isKept = remembered.keep(unknown.flatMap(({ label, address }) => [label, address]))
  const written = typedPath(target, cwd)
  if (options.format === 'json') printDocument(invocation, { ...told, file: written })
  else {
    const { printFilled } = await import('./filled-text.ts')
    await printFilled(told, invocation)
    printMissing(invocation, { missing: told.missing, partial: asked.partial })
    terminal.print(written)
    const { filled } = invocation.messages.entered
    if (isKept) terminal.note(filled.remembered)
    if (unknown.length > 0) terminal.note(filled.ask)
  }
  return exitOf(told)
}

interface Target {
  readonly name: string
  readonly output: string | undefined
  readonly cwd: string
  readonly received: string
}

/** A file that ends as the received one, or a folder; the received form itself is never written over. */
function targetOf({ name, output = '.', cwd, received }: Target): string {
  const place = resolve(cwd, output)
  const target = namesFile(place, extname(name).slice(1))
    ? place
    : join(place, name.replace(/[/\\:*?"<>|]/g, '-'))
  if (target !== received) return target
  throw new UsageError(say('The filled form would be written over the received one.'), {
    fix: say('Name another file with -o.'),
  })
}

function exitOf({
  open,
  tables,
  missing,
}: Omit<AnswerOf<typeof fill>, 'name' | 'content'>): number {
  return open.length + tables.length + missing.length > 0 ? EXIT.partial : EXIT.done
}
