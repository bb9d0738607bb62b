import { createHash } from 'node:crypto'
import type { consolidate } from '@cchc/hub/actions/consolidate'
import type { FileComment, GivenFile } from '@cchc/hub/check'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { AnnotatedCopies, type Copy, type CopyOptions } from '../../annotated-copies.ts'
import type { Invocation } from '../../command-context.ts'

type Consolidation = AnswerOf<typeof consolidate>

interface Sent {
  readonly folder: readonly GivenFile[]
  readonly invocation: Invocation<CopyOptions>
}

/** Copies of the units' files in which something was found, or cells could not be read, to be sent back. */
export async function copiesOf(
  { units, refused }: Consolidation,
  { folder, invocation }: Sent,
): Promise<readonly Copy[]> {
  const { commentText } = await import('@cchc/hub/check')
  const copies = new AnnotatedCopies(invocation, { ofSeveral: true })
  const bySum = new Map(folder.map((file) => [sumOf(file), file]))
  const written: Copy[] = []
  const write = async (file: GivenFile | undefined, comments: readonly FileComment[]) => {
    if (file && comments.length > 0) written.push(await copies.of(file, comments))
  }
  for (const { sha256, findings } of units) {
    const comments = findings.map(({ address: cell, quote, comment: text }) => {
      return { cell, quote, text }
    })
    await write(bySum.get(sha256 ?? ''), comments)
  }
  for (const { file, faults } of refused) {
    const [own, ...others] = folder.filter(({ name }) => name === file)
    const comments = faults.map(({ path: cell, message }) => {
      return { cell, text: commentText('error', message) }
    })
    await write(others.length === 0 ? own : undefined, comments)
  }
  return written
}

function sumOf({ bytes }: GivenFile): string {
  return createHash('sha256').update(bytes).digest('hex')
}
