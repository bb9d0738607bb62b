import { say } from '@cchc/domain'
import type { GivenFile } from '@cchc/files/check'
import type { EntryOptions, EntryOutcome, NewEnteredFigure } from '@cchc/store'
import type { HubContext } from '../context.ts'
import type { OrganisationView } from '../organisations/organisations.ts'
import {
  type Expected,
  enterUnitFile,
  type RefusedFile,
  readUnitFile,
  type UnitFile,
} from './take-files.ts'

type Taken = UnitFile & { readonly outcome: EntryOutcome }

/** What became of the files of a folder. */
export class TakenFiles {
  readonly refused: readonly RefusedFile[]
  readonly #taken: ReadonlyMap<string, Taken>

  constructor(taken: readonly Taken[], refused: readonly RefusedFile[]) {
    this.refused = refused
    this.#taken = new Map(taken.map((one) => [one.unit.code, one]))
  }

  /** The units whose files take the place of what was entered for them. */
  get replacing(): ReadonlySet<string> {
    return new Set(this.#taken.keys())
  }

  get entries(): readonly NewEnteredFigure[] {
    return [...this.#taken.values()].flatMap(({ entries }) => entries)
  }

  /** What is told of a unit; `hasEntries` = figures of it are known, from a file or by hand. */
  unitAnswer({ code, name }: OrganisationView, hasEntries: boolean) {
    const one = this.#taken.get(code)
    const refused = this.refused.find(({ unit }) => unit?.code === code)
    const state = refused
      ? ('refused' as const)
      : hasEntries
        ? ('entered' as const)
        : ('missing' as const)
    return {
      organisation: { code, name },
      state: one ? ('file' as const) : state,
      file: one?.file.name ?? refused?.file ?? null,
      sha256: one?.sha256 ?? null,
      added: [...(one?.outcome.added ?? [])],
      replaced: [...(one?.outcome.replaced ?? [])],
      unchanged: one?.outcome.unchanged.length ?? 0,
      blank: [...(one?.blank ?? [])],
      findings: [...(one?.findings ?? [])],
    }
  }
}

/** Reads all files first, then enters those that can be taken; of two different files of a unit none is. */
export async function takeFiles(
  hub: HubContext,
  files: readonly GivenFile[],
  expected: Expected & { readonly how: EntryOptions },
): Promise<TakenFiles> {
  const read: (UnitFile | RefusedFile)[] = []
  for (const file of files) read.push(await readUnitFile(hub, file, expected))
  const refused = read.filter((one): one is RefusedFile => 'reason' in one)
  const good = read.filter((one): one is UnitFile => !('reason' in one))
  const taken: Taken[] = []
  for (const own of Map.groupBy(good, ({ unit }) => unit.code).values()) {
    const [first] = own
    if (!first || new Set(own.map(({ sha256 }) => sha256)).size > 1)
      refused.push(...own.map(second))
    else {
      const { how, period } = expected
      taken.push({ ...first, outcome: await enterUnitFile(hub, first, { ...how, period }) })
    }
  }
  return new TakenFiles(taken, refused)
}

function second({ file, unit }: UnitFile): RefusedFile {
  const reason = say('there is another file of {unit} in the folder: keep the one that holds', {
    unit: unit.name,
  })
  return { file: file.name, unit, reason, faults: [] }
}
