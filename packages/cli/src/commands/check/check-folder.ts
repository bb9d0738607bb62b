import { say, toAppError, UsageError } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import type { HubAuditResult } from '@cchc/hub/check'
import { AnnotatedCopies, type Copy } from '../../annotated-copies.ts'
import type { Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { givenFile } from '../../given-file.ts'
import { loadWords, type Words } from '../../messages/words.ts'
import { type Column, printDocument, printListing } from '../../output/listing.ts'
import { withHub } from '../../with-hub.ts'
import { checkDocument, exitOf, isNothingJudged, type ToldOfFile, toldOf } from './check-result.ts'
import { copyOf } from './checked-copy.ts'
import { type CheckOptions, givenRequest } from './given-request.ts'

/** What became of one file: its audit, or why it could not be checked. */
type CheckedFile = { readonly file: string } & (
  | { readonly result: HubAuditResult; readonly told: ToldOfFile; readonly copy?: Copy }
  | { readonly error: string; readonly fix: string }
)

/** Checks several files and tells of each; one that cannot be read does not keep the others from being checked. */
export async function checkFolder(
  paths: readonly string[],
  invocation: Invocation<CheckOptions>,
): Promise<number> {
  const { narrative, previous, against } = invocation.options
  if (narrative !== undefined || previous !== undefined) {
    throw new UsageError(say('--narrative and --previous belong to one file.'), {
      fix: say('Check that file alone.'),
    })
  }
  const files = against
    ? await withHub(invocation, (hub) => checkEach(paths, { invocation, hub }))
    : await checkEach(paths, { invocation })
  await print(files, invocation)
  return exitOfAll(files)
}

async function checkEach(
  paths: readonly string[],
  { invocation, hub }: { readonly invocation: Invocation<CheckOptions>; readonly hub?: Hub },
): Promise<readonly CheckedFile[]> {
  const words = await loadWords(invocation.language)
  const { checkReport } = hub ?? (await import('@cchc/hub/check'))
  const files: CheckedFile[] = []
  const copies = new AnnotatedCopies(invocation, { ofSeveral: true })
  for (const path of paths) {
    try {
      const file = givenFile(path, invocation)
      const result = await checkReport(givenRequest(invocation, file))
      const told = await toldOf(result, invocation)
      const { annotate } = invocation.options
      const copy = annotate && (await copyOf(file, result, { invocation, copies }))
      files.push({ file: path, result, told, ...(copy && { copy }) })
    } catch (thrown) {
      files.push({ file: path, ...refusal(thrown, words) })
    }
  }
  return files
}

function refusal(thrown: unknown, words: Words) {
  const { code, said, whatToDo } = toAppError(thrown)
  if (code !== 'usage_invalid') throw thrown
  return { error: words(said), fix: whatToDo ? words(whatToDo) : '' }
}

async function print(
  files: readonly CheckedFile[],
  invocation: Invocation<CheckOptions>,
): Promise<void> {
  const { options } = invocation
  if (options.format === 'json') {
    printDocument(invocation, { files: await Promise.all(files.map(documentOf)) })
  } else if (options.format === 'table') await printTexts(files, invocation)
  else await printFindingsOfAll(files, invocation)
}

async function documentOf(checked: CheckedFile) {
  if ('error' in checked) return checked
  return {
    file: checked.file,
    ...(await checkDocument(checked.result, checked.told, checked.copy)),
  }
}

async function printTexts(
  files: readonly CheckedFile[],
  invocation: Invocation<CheckOptions>,
): Promise<void> {
  const { findingText } = await import('./finding-text.ts')
  const { check, notes } = invocation.messages
  for (const checked of files) {
    const lines = 'error' in checked ? [checked.error, checked.fix] : linesOf(checked)
    invocation.terminal.print([`== ${checked.file}`, ...lines, ''].join('\n'))
  }
  function linesOf(of: Extract<CheckedFile, { result: unknown }>): readonly string[] {
    const { result, told, copy } = of
    const attention = [...told.unread, ...told.notUnderstood, ...(copy?.notes ?? [])]
    return [
      findingText(result, invocation),
      ...(isNothingJudged(result) ? [check.nothingJudged] : []),
      ...attention.map((one) => `${notes.finding}: ${one}`),
      ...(copy?.path ? [check.annotated(copy.path)] : []),
    ]
  }
}

async function printFindingsOfAll(
  files: readonly CheckedFile[],
  invocation: Invocation<CheckOptions>,
): Promise<void> {
  const { findingsListing } = await import('./findings-listing.ts')
  const { messages, terminal } = invocation
  const audits = files.flatMap((one) => ('error' in one ? [] : one))
  const rows = audits.flatMap(({ file, result }) =>
    findingsListing(result, invocation).rows.map((row) => ({ file, ...row })),
  )
  const [first] = audits
  if (first) {
    const { columns, csvColumns = [] } = findingsListing(first.result, invocation)
    const file: Column<(typeof rows)[number]> = {
      title: messages.check.file,
      show: (row) => row.file,
    }
    const all = [file, ...columns]
    await printListing(invocation, { rows, document: {}, columns: all, csvColumns })
  }
  for (const one of files) {
    if ('error' in one) terminal.note(`${one.file}: ${one.error}`)
    else if (one.copy?.path) terminal.note(messages.check.annotated(one.copy.path))
    else if (one.copy) for (const note of one.copy.notes) terminal.note(`${one.file}: ${note}`)
  }
}

function exitOfAll(files: readonly CheckedFile[]): number {
  const audits = files.flatMap((one) => ('error' in one ? [] : one.result))
  const worst = Math.max(EXIT.done, ...audits.map(exitOf))
  const isPartial = files.some((one) => 'error' in one || one.copy?.failed)
  return isPartial ? Math.max(worst, EXIT.partial) : worst
}
