import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { say, UsageError } from '@cchc/domain'
import type { GivenFile } from '@cchc/hub/check'
import { writeWhole } from '@cchc/hub/disk'
import type { fill } from '@cchc/hub/questions/fill'
import type { AnswerOf } from '@cchc/hub/questions/question'

type Learnt = NonNullable<AnswerOf<typeof fill>['learnt']>

/**
 * Keeps a learnt form as data with its received file beside it; whether it was learnt of the same file before, and is written
 * anew. UsageError where another form or file of that name is there, which stays as it is.
 */
export function keepLearnt(
  learnt: Learnt,
  { folder, file }: { readonly folder: string; readonly file: GivenFile },
): boolean {
  const form = join(folder, `${learnt.id}.json`)
  const layout = join(folder, learnt.layout?.file ?? file.name)
  const isAnew = existsSync(form)
  const isOther = existsSync(layout) ? !readFileSync(layout).equals(file.bytes) : isAnew
  if (isOther) throw taken(learnt.id, folder)
  writeWhole(layout, file.bytes)
  writeWhole(form, Buffer.from(`${JSON.stringify(learnt, null, 2)}\n`))
  return isAnew
}

function taken(id: string, folder: string): UsageError {
  return new UsageError(
    say('A form {id} of another file is kept in {folder}; nothing was written.', { id, folder }),
    { fix: say('Name the form otherwise, or take its files away first.') },
  )
}
