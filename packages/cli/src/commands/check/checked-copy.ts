import type { GivenFile, HubAuditResult } from '@cchc/hub/check'
import { AnnotatedCopies, type Copy } from '../../annotated-copies.ts'
import type { Invocation } from '../../command-context.ts'
import { printFindings } from '../../print-findings.ts'
import type { CheckOptions } from './given-request.ts'

/** Writes the copy of a checked file with comments where something was found. */
export async function copyOf(
  file: GivenFile,
  { findings }: HubAuditResult,
  {
    invocation,
    copies = new AnnotatedCopies(invocation, { ofSeveral: false }),
  }: { readonly invocation: Invocation<CheckOptions>; readonly copies?: AnnotatedCopies },
): Promise<Copy> {
  const { commentOn } = await import('@cchc/hub/check')
  return copies.of(file, findings.map(commentOn))
}

/** Tells where the copy of the one checked file is, or why there is none; JSON tells of it itself. */
export function printCopy(
  invocation: Invocation<CheckOptions>,
  { path, notes, failed }: Copy,
): void {
  const { options, terminal, messages } = invocation
  printFindings(invocation, notes)
  if (options.format === 'json') return
  if (path === null) {
    if (!failed) terminal.note(messages.check.nothingToAnnotate)
  } else if (options.format === 'table') terminal.print(messages.check.annotated(path))
  else terminal.note(messages.check.annotated(path))
}
