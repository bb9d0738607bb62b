import type { CommandContext } from './command-context.ts'

/** Tells on standard error what in shown figures needs attention. */
export function printFindings(
  { terminal, messages }: Pick<CommandContext, 'terminal' | 'messages'>,
  findings: readonly string[],
): void {
  for (const finding of findings) terminal.note(`${messages.notes.finding}: ${finding}`)
}
