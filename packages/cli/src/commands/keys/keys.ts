import { createKey, revokeKey } from '@cchc/hub/actions/keys'
import { keys } from '@cchc/hub/questions/keys'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { helpGroup } from '../../command-group.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withHub } from '../../with-hub.ts'

type Key = AnswerOf<typeof keys>['items'][number]

export function addKeys(program: Command, context: CommandContext): void {
  const group = helpGroup(program, { name: 'keys', about: context.messages.keys.about })
  for (const [question, run] of [
    [createKey, create],
    [keys, list],
    [revokeKey, revoke],
  ] as const) {
    const own = [{ option: formatOption(context) }]
    const shape = { question, own, explained: ['name', 'id'] }
    questionCommand(group, context, shape).action(action<FormatOption>(context, run))
  }
}

async function create(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, createKey)
  const made = await withHub(invocation, (hub) => hub.act(createKey, asked))
  const { terminal, options, messages } = invocation
  await print(invocation, { items: [made], document: made })
  if (options.format === 'table') terminal.print(made.key)
  terminal.note(messages.keys.shownOnce)
  if (made.unknown.length > 0) terminal.note(messages.keys.unknown(made.unknown.join(', ')))
  return EXIT.done
}

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const document = await withHub(invocation, (hub) => hub.ask(keys, {}))
  await print(invocation, { items: document.items, document })
  return EXIT.done
}

async function revoke(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, revokeKey)
  const revoked = await withHub(invocation, (hub) => hub.act(revokeKey, asked))
  await print(invocation, { items: [revoked], document: revoked })
  return EXIT.done
}

async function print(
  invocation: Invocation<FormatOption>,
  shown: { readonly items: readonly Key[]; readonly document: unknown },
): Promise<void> {
  const { instantOf } = await import('../../output/operator-text.ts')
  const { columns, words, keys: said } = invocation.messages
  const instant = (text: string | null) =>
    text === null ? words.never : instantOf(text, invocation)
  await printListing<Key>(invocation, {
    rows: shown.items,
    document: shown.document,
    columns: [
      { title: columns.id, show: ({ id }) => id },
      { title: columns.name, show: ({ name }) => name, flexible: true },
      {
        title: columns.status,
        show: ({ state }) => said.states[state],
        plain: ({ state }) => state,
      },
      {
        title: said.scopes,
        show: ({ scopes, public: isPublic }) =>
          [...scopes, ...(isPublic ? [said.public] : [])].join(', '),
        flexible: true,
      },
      {
        title: said.organisations,
        show: ({ organisations }) => organisations?.join(', ') ?? said.all,
        flexible: true,
      },
      { title: said.until, show: ({ expiresAt }) => instant(expiresAt) },
      { title: said.lastUsed, show: ({ lastUsedAt }) => instant(lastUsedAt) },
    ],
  })
}
