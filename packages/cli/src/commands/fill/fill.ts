import { extname, join, resolve } from 'node:path'
import { say, UsageError } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import { writeWhole } from '@cchc/hub/disk'
import { fill } from '@cchc/hub/questions/fill'
import type { AnswerOf, AskedOf } from '@cchc/hub/questions/question'
import { type Command, Option } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { givenFile } from '../../given-file.ts'
import { type FormatOption, formatOption, printDocument } from '../../output/listing.ts'
import { namesFile, typedPath } from '../../output/written-path.ts'
import { printMissing } from '../../print-missing.ts'
import { questionCommand } from '../../question-command.ts'
import { withHub, withReader } from '../../with-hub.ts'
import { RememberedRows } from './remembered-rows.ts'

interface FillOptions extends FormatOption {
  readonly output?: string
  readonly rows?: string
  readonly learn?: string
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
  const file = givenFile(path, invocation)
  const asked = askedOf(invocation, fill, { file, ...(rows && { rows }) })
  const { name, content, learnt, isAnew, ...told } = options.learn
    ? await withHub(invocation, (hub) => learning(hub, asked))
    : { ...(await withReader(invocation, (hub) => hub.ask(fill, asked))), isAnew: false }
  const target = targetOf({ name, output: options.output, cwd, received: resolve(cwd, path) })
  writeWhole(target, Buffer.from(content, 'base64'))
  const unknown = told.open.filter(({ isUnknown }) => isUnknown)
  const isKept = remembered.keep(unknown.flatMap(({ label, address }) => [label, address]))
  const written = typedPath(target, cwd)
  if (options.format === 'json') {
    printDocument(invocation, { ...told, ...(learnt && { learnt: learnt.id }), file: written })
  } else {
    const { printFilled } = await import('./filled-text.ts')
    await printFilled(told, invocation)
    printMissing(invocation, { missing: told.missing, partial: asked.partial })
    terminal.print(written)
    const { filled } = invocation.messages.entered
    if (isKept) terminal.note(filled.remembered)
    if (learnt) terminal.note(filled.learnt({ id: learnt.id, isAnew }))
    if (unknown.length > 0) terminal.note(filled.ask)
  }
  return exitOf(told)
}

/** Fills the file, and keeps it as a form where the configuration keeps forms of its own. */
async function learning(hub: Hub, asked: AskedOf<typeof fill>) {
  const { keepLearnt } = await import('./keep-learnt.ts')
  const answer = await hub.ask(fill, asked)
  const { formsFolder: folder } = hub.settings
  const { learnt } = answer
  const isKept = learnt !== undefined && folder !== undefined
  return { ...answer, isAnew: isKept && keepLearnt(learnt, { folder, file: asked.file }) }
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
}: Pick<AnswerOf<typeof fill>, 'open' | 'tables' | 'missing'>): number {
  return open.length + tables.length + missing.length > 0 ? EXIT.partial : EXIT.done
}
