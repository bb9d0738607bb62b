import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { UsageError } from '@cchc/domain'
import type { HubCheckRequest, ReportFile } from '@cchc/hub/check'
import type { CommandContext, Invocation } from '../command-context.ts'

export interface CheckOptions {
  readonly narrative?: string
  readonly previous?: string
  readonly against?: string
  readonly period?: string
  readonly format: 'table' | 'json'
}

/** What the command line asks to be checked, its files read. */
export function givenRequest(invocation: Invocation<CheckOptions>): HubCheckRequest {
  const { narrative, previous, against, period } = invocation.options
  if ((against === undefined) !== (period === undefined)) {
    throw new UsageError(invocation.messages.check.needsPeriod)
  }
  const stored =
    against !== undefined && period !== undefined ? { organisation: against, period } : undefined
  return {
    file: readGivenFile(invocation.words[0] ?? '', invocation),
    narrative: narrative === undefined ? undefined : readGivenFile(narrative, invocation),
    previous: previous === undefined ? undefined : readGivenFile(previous, invocation),
    against: stored,
  }
}

function readGivenFile(
  path: string,
  { cwd, messages }: Pick<CommandContext, 'cwd' | 'messages'>,
): ReportFile {
  try {
    return { name: basename(path), bytes: readFileSync(resolve(cwd, path)) }
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException
    const { check } = messages
    throw new UsageError(check.cannotRead(path, code), { cause, fix: check.cannotReadFix })
  }
}
