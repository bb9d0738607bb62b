import { Option } from 'commander'
import type { CommandContext } from '../../command-context.ts'

/** Options of commands that write reports. */
export interface ReportOptions {
  readonly format?: string
  readonly output?: string
}

/** `--format` and `--output` of commands that write reports. */
export function fileOptions({ messages }: Pick<CommandContext, 'messages'>) {
  const { report } = messages.help
  return [
    { option: new Option('--format <formats>', report.format) },
    { option: new Option('-o, --output <place>', report.output) },
  ]
}
