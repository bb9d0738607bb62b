import type { CommandContext } from './command-context.ts'
import { loadWords } from './messages/words.ts'

/** Tells on standard error what in shown figures needs attention. */
export async function printFindings(
  { terminal, messages, language }: Pick<CommandContext, 'terminal' | 'messages' | 'language'>,
  findings: readonly string[],
): Promise<void> {
  if (findings.length === 0) return
  const told = await loadWords(language)
  for (const finding of findings) {
    terminal.note(`${messages.notes.finding}: ${told(finding)}`)
  }
}
