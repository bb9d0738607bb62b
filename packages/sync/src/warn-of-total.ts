import { say } from '@cchc/domain'
import type { RunWriter } from '@cchc/store'

/** Warns where a portal states another number of rows than came. */
export async function warnOfTotal(
  { writer, stream }: { readonly writer: Pick<RunWriter, 'warn'>; readonly stream: string },
  { came, stated = came }: { readonly came: number; readonly stated: number | undefined },
): Promise<void> {
  const values = { stream, stated, came }
  if (stated > came)
    await writer.warn(
      say('{stream}: the portal states {stated} rows, and only {came} came', values),
    )
  if (stated < came)
    await writer.warn(say('{stream}: the portal states {stated} rows, and {came} came', values))
}
