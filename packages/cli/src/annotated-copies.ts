import { existsSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { say, toAppError, UsageError } from '@cchc/domain'
import type { FileComment, GivenFile } from '@cchc/hub/check'
import { writeWhole } from '@cchc/hub/disk'
import type { Invocation } from './command-context.ts'
import { loadWords } from './messages/words.ts'
import { namesFile, typedPath } from './output/written-path.ts'

export interface CopyOptions {
  readonly annotate?: boolean
  readonly output?: string
}

/** What became of the copy of a file: where it was written, what is to be told of it, and whether it could not be. */
export interface Copy {
  readonly path: string | null
  readonly notes: readonly string[]
  readonly failed: boolean
}

/** Writes copies of files with comments, each beside the others and none over a file that is there. */
export class AnnotatedCopies {
  readonly #invocation: Invocation<CopyOptions>
  readonly #ofSeveral: boolean
  readonly #written = new Set<string>()

  /** `ofSeveral` = `-o` can only name a folder. */
  constructor(invocation: Invocation<CopyOptions>, { ofSeveral }: { readonly ofSeveral: boolean }) {
    this.#invocation = invocation
    this.#ofSeveral = ofSeveral
  }

  /** The copy of one file; none where there is nothing to say. What it cannot be written for is told and not thrown. */
  async of(file: GivenFile, comments: readonly FileComment[]): Promise<Copy> {
    if (comments.length === 0) return { path: null, notes: [], failed: false }
    const words = await loadWords(this.#invocation.language)
    try {
      const { annotated } = await import('@cchc/hub/check')
      const { kind, bytes, hadMacros } = await annotated(file, {
        comments,
        at: this.#invocation.now(),
      })
      const target = this.#targetOf(file, kind)
      writeWhole(target, bytes)
      this.#written.add(target)
      const macros = say('The macros of {file} were left out.', { file: file.name })
      const notes = hadMacros ? [words(macros)] : []
      return { path: typedPath(target, this.#invocation.cwd), notes, failed: false }
    } catch (thrown) {
      const { code, said, whatToDo } = toAppError(thrown)
      if (code !== 'usage_invalid') throw thrown
      const told = [said, ...(whatToDo ? [whatToDo] : [])]
      return { path: null, notes: [told.map(words).join(' ')], failed: true }
    }
  }

  #targetOf({ name }: GivenFile, kind: string): string {
    const { cwd, options } = this.#invocation
    const place = resolve(cwd, options.output ?? '.')
    const target =
      !this.#ofSeveral && namesFile(place, kind) ? place : this.#free(place, { name, kind })
    if (!existsSync(target)) return target
    const path = typedPath(target, cwd)
    throw new UsageError(say('{path} is there already and is not written over.', { path }), {
      fix: say('Name another place with -o, or put that file away.'),
    })
  }

  /** Files of several folders may have one name. */
  #free(folder: string, { name, kind }: { readonly name: string; readonly kind: string }): string {
    const own = basename(name, extname(name))
    const numbered = (number: number) => {
      return join(folder, `${own}_ghi-chu${number === 1 ? '' : `-${number}`}.${kind}`)
    }
    let number = 1
    while (this.#written.has(numbered(number))) number += 1
    return numbered(number)
  }
}
