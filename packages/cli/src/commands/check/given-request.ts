import { say, UsageError } from '@cchc/domain'
import type { GivenFile, HubCheckRequest } from '@cchc/hub/check'
import type { CopyOptions } from '../../annotated-copies.ts'
import type { Invocation } from '../../command-context.ts'
import { givenFile } from '../../given-file.ts'
import type { FormatOption } from '../../output/listing.ts'

export interface CheckOptions extends FormatOption, CopyOptions {
  readonly rules?: boolean
  readonly narrative?: string
  readonly previous?: string
  readonly against?: string
  readonly period?: string
}

/** What the command line asks of a file to be checked, those beside it read. */
export function givenRequest(
  invocation: Invocation<CheckOptions>,
  file: GivenFile,
): HubCheckRequest {
  const { narrative, previous, against, period } = invocation.options
  if ((against === undefined) !== (period === undefined)) {
    throw new UsageError(say('--against needs --period, and --period needs --against.'))
  }
  const stored =
    against !== undefined && period !== undefined ? { org: against, period } : undefined
  return {
    file,
    narrative: narrative === undefined ? undefined : givenFile(narrative, invocation),
    previous: previous === undefined ? undefined : givenFile(previous, invocation),
    against: stored,
  }
}
