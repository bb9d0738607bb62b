import { InvalidArgumentError, Option } from 'commander'
import type { CommandContext } from './command-context.ts'

/** The `--limit` of lists that grow for ever. */
export function limitOption({ messages }: Pick<CommandContext, 'messages'>): Option {
  return new Option('--limit <count>', messages.help.common.limit).default(20).argParser((text) => {
    if (/^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1000) return Number(text)
    throw new InvalidArgumentError(messages.failure.badLimit)
  })
}
