import { resolve } from 'node:path'
import { type AppError, isAppError } from '@cchc/domain'
import { doctor, worstOf } from '@cchc/hub/questions/doctor'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { loadWords } from '../../messages/words.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { refuseGateway, withHub } from '../../with-hub.ts'
import { lookAtNode, lookAtPort } from './local-looks.ts'

type Finding = AnswerOf<typeof doctor>['items'][number]
type Doctoring = Invocation<FormatOption & { readonly backup?: string }>

const CODES = { good: EXIT.done, look: EXIT.partial, broken: EXIT.failed }

export function addDoctor(program: Command, context: CommandContext): void {
  questionCommand(program, context, {
    ...{ question: doctor, own: [{ option: formatOption(context) }] },
  }).action(action<FormatOption & { readonly backup?: string }>(context, run))
}

async function run(invocation: Doctoring): Promise<number> {
  refuseGateway(invocation)
  const { columns, doctor: said } = invocation.messages
  const items = [lookAtNode(invocation.messages), ...(await found(invocation))]
  const state = worstOf(items.map((item) => item.state))
  await printListing(invocation, {
    rows: items,
    document: { state, items },
    columns: [
      { title: said.what, show: ({ what }) => what, flexible: true },
      {
        title: columns.freshness,
        show: (item) => said.states[item.state],
        plain: (item) => item.state,
      },
      { title: columns.result, show: ({ told }) => told, flexible: true },
      { title: said.fix, show: ({ fix }) => fix ?? '', flexible: true },
    ],
  })
  return CODES[state]
}

/** What cannot even be opened is one line, and everything behind it is not looked at. */
async function found(invocation: Doctoring): Promise<readonly Finding[]> {
  const { options, cwd, messages } = invocation
  const backup = options.backup === undefined ? undefined : resolve(cwd, options.backup)
  const asked = askedOf(invocation, doctor, { backup })
  try {
    return await withHub(invocation, async (hub) => {
      const { items } = await hub.ask(doctor, asked)
      return [...items, await lookAtPort(messages, hub.settings.gateway)]
    })
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    return [await unopened(invocation, thrown)]
  }
}

async function unopened(
  { language, options, messages: { doctor: said } }: Doctoring,
  { code, said: what, whatToDo, faults }: AppError,
): Promise<Finding> {
  const words = await loadWords(options.format === 'json' ? 'en' : language)
  const places = faults.map(({ path, place, message }) => {
    return `${place ? words(place) : path}: ${words(message)}`
  })
  return {
    what: code === 'store_failed' ? said.database : said.configuration,
    state: 'broken',
    told: [words(what), ...places, said.rest].join('; '),
    fix: whatToDo ? words(whatToDo) : null,
  }
}
