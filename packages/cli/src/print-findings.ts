import type { CommandContext } from './command-context.ts'
import { loadTranslation } from './messages/errors/translate-error.ts'

/** Tells on standard error what in shown figures needs attention. */
export async function printFindings(
  { terminal, messages, language }: Pick<CommandContext, 'terminal' | 'messages' | 'language'>,
  findings: readonly string[],
): Promise<void> {
  if (findings.length === 0) return
  const translate = await loadTranslation(language)
  for (const finding of findings) {
    terminal.note(`${messages.notes.finding}: ${translate(finding)}`)
  }
}
