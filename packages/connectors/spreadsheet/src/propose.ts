import {
  dayNumberOf,
  dayText,
  isAppError,
  type Message,
  normaliseOrganisationCode,
} from '@cchc/domain'
import { unitLabels } from './counts/count-table.ts'
import type { CountTable } from './counts/figure-rows.ts'
import { type DossierTable, firstReceived, namedUnits } from './dossiers/dossier-table.ts'
import { settingsOf } from './settings.ts'
import { understand } from './understand.ts'
import { looksLikeUnit, unitKey } from './units.ts'

/** A unit that files name; `code` as the files give it, null where they give none. */
export interface ProposedUnit {
  readonly name: string
  readonly code: string | null
}

/** What a table of a file is taken for: its columns by their heads, and what is not understood. No cell below a head. */
export interface ProposedTable {
  readonly file: string
  readonly sheet: string | null
  readonly kind: 'dossiers' | 'counts'
  readonly columns: readonly { readonly head: string; readonly meaning: string }[]
}

/** What a configuration may say of a folder. */
export interface Proposal {
  readonly tables: readonly ProposedTable[]
  /** What is told of files: columns and sheets that are not understood, files that cannot be read. */
  readonly notes: readonly Message[]
  readonly units: readonly ProposedUnit[]
  /** The first day that the lists of dossiers name; undefined where there is none. */
  readonly since: string | undefined
}

/** Looks at files and proposes how they are to be read. Names of units alone leave the cells below the heads. */
export async function propose(
  files: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>,
  now: number,
): Promise<Proposal> {
  const tables: ProposedTable[] = []
  const notes: Message[] = []
  const units = new Map<string, ProposedUnit>()
  const firsts: string[] = []
  const settings = settingsOf({ ...NOTHING }, now)
  const meet = (name: string, code: string | null) => {
    const key = unitKey(name)
    if (looksLikeUnit(name) && !units.get(key)?.code) units.set(key, { name, code })
  }
  for await (const file of files) {
    try {
      const understood = await understand(file, settings)
      notes.push(...understood.notes)
      for (const table of understood.tables) {
        tables.push(proposedTable(file.name, table))
        for (const { name, code } of unitsOf(table)) meet(name, code)
        firsts.push(...firstDay(table))
      }
    } catch (thrown) {
      if (!isAppError(thrown)) throw thrown
      notes.push(thrown.said)
    }
  }
  return { tables, notes, units: [...units.values()], since: firsts.toSorted()[0] }
}

const NOTHING = {
  ...{ path: '.', files: { most: 1000, maxMegabytes: 64, depth: 4 }, units: {}, cutOffDay: 14 },
  ...{ columns: {}, procedures: {}, ignore: [] },
}

function proposedTable(file: string, table: DossierTable | CountTable): ProposedTable {
  const places = table.kind === 'dossiers' ? table.columns.places : table.columns.parts
  const titles = new Map(table.head.titles.map(({ column, path }) => [column, path.join(' – ')]))
  const columns = [...places].map(([meaning, column]) => ({
    head: titles.get(column) ?? '',
    meaning,
  }))
  return { file, sheet: table.grid.sheet, kind: table.kind, columns }
}

function unitsOf(table: DossierTable | CountTable): readonly ProposedUnit[] {
  const reporting = table.preface.lines.flatMap((line) => {
    const [, name] = /đơn vị báo cáo\s*[:：]\s*(.+)$/iu.exec(line) ?? []
    return name === undefined ? [] : [{ name, code: null }]
  })
  const named = table.kind === 'dossiers' ? namedUnits(table) : unitLabels(table)
  return [
    ...reporting,
    ...named.map(({ name, code }) => ({ name, code: normaliseOrganisationCode(code) ?? null })),
  ]
}

/** The first day that a list is of: as its title says, or of its first dossier. */
function firstDay(table: DossierTable | CountTable): string[] {
  if (table.kind !== 'dossiers') return []
  if (table.preface.days) return [table.preface.days.from]
  const first = firstReceived(table)
  return first === undefined ? [] : [dayText(dayNumberOf(first))]
}
