import { InvalidArgumentError, Option } from 'commander'
import type { CommandContext } from '../command-context.ts'

/** The `--year` of plans and indexes. */
export function yearOption({ messages }: CommandContext, about: string): Option {
  return new Option('--year <year>', about).argParser((text) => {
    if (/^(199[1-9]|20\d\d)$/.test(text)) return Number(text)
    throw new InvalidArgumentError(messages.entered.help.year)
  })
}
