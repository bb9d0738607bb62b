import type { CommandContext } from './command-context.ts'
import { EXIT } from './exit-code.ts'

/** What of shown figures is missing, and whether a part of them was asked for. */
interface Shown {
  readonly missing?: readonly string[] | undefined
  readonly partial?: boolean | undefined
}

/** Tells on standard error what no source has read of what is shown; returns how the command ends. */
export function printMissing(
  { terminal, messages: { notes } }: Pick<CommandContext, 'terminal' | 'messages'>,
  { missing = [], partial = false }: Shown,
): number {
  if (missing.length === 0) return EXIT.done
  for (const lack of missing) terminal.note(`${notes.missing}: ${lack}`)
  if (!partial) terminal.note(notes.missingFix)
  return EXIT.partial
}
