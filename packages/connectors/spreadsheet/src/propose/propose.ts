import type { FilesIo, SourceFile } from '@cchc/connector-kit'
import { isAppError, type Message, normaliseOrganisationCode, say, toAppError } from '@cchc/domain'
import { unitLabels } from '../counts/count-table.ts'
import type { CountTable } from '../counts/figure-rows.ts'
import { daysText } from '../days-text.ts'
import type { DossierTable } from '../dossiers/dossier-table.ts'
import { type NamedUnit, namedUnits, unitsOfCodes } from '../dossiers/named-units.ts'
import { listFiles } from '../read-folder.ts'
import { type Settings, settingsOf } from '../settings.ts'
import { reportingUnits } from '../table/preface.ts'
import { placeOf, understand } from '../understand.ts'
import { looksLikeUnit, unitKey } from '../units.ts'
import {
  headsOf,
  type ProposedColumn,
  proposeColumns,
  type UnreadPlace,
} from './propose-columns.ts'
import { isProvince, type ProposedUnit, UnitNames } from './propose-units.ts'

/** What a table of a file is taken for: its columns by their heads, and its days. No cell below a head. */
export interface ProposedTable {
  readonly file: string
  readonly sheet: string | null
  readonly kind: 'dossiers' | 'counts'
  readonly columns: readonly { readonly head: string; readonly meaning: string }[]
  /** As it says them itself. */
  readonly days: string | null
}

/** What a person is to look at, and what to do. */
export interface ProposedNote {
  readonly message: Message
  readonly fix: Message | undefined
}

/** What a configuration may say of a folder. */
export interface Proposal {
  readonly tables: readonly ProposedTable[]
  /** Columns and sheets that are not understood, files that cannot be read, files that hold the same. */
  readonly notes: readonly ProposedNote[]
  /** Heads that are not understood, and what they may hold. */
  readonly columns: readonly ProposedColumn[]
  readonly units: readonly ProposedUnit[]
  /** The code that all units lie below; undefined where no file names any unit. */
  readonly province: string | undefined
}

/**
 * Looks at a folder and proposes how it is to be read. Names of units alone leave the cells below the heads. Throws
 * PortalUnavailable for a folder without files.
 */
export async function propose(io: Pick<FilesIo, 'files'>, now: number): Promise<Proposal> {
  const settings = settingsOf({ ...NOTHING }, now)
  const units = new UnitNames()
  const looked: LookedAt[] = []
  for (const file of await listFiles(io, NOTHING)) {
    const one = await lookAt(io, { file, settings })
    for (const { named, above } of one.asProposed) {
      for (const { name, code, isGuess } of named)
        units.meet(name, { code: normaliseOrganisationCode(code), isGuess })
      units.meetProvince(above)
    }
    looked.push(one)
  }
  const tables = looked.flatMap((one) => one.tables)
  return {
    tables: tables.map(({ table }) => table),
    notes: [...looked.flatMap(({ notes }) => notes), ...statedTwice(tables)],
    columns: proposeColumns(looked.flatMap(({ unread }) => unread)),
    ...units.proposed(),
  }
}

interface LookedAt {
  readonly tables: readonly NamingTable[]
  /** Its tables if the heads that are not understood hold what they are proposed to. */
  readonly asProposed: readonly NamingTable[]
  readonly notes: readonly ProposedNote[]
  readonly unread: readonly UnreadPlace[]
}

/** A table, the units that it names, and the lines above it. */
interface NamingTable {
  readonly table: ProposedTable
  readonly named: readonly NamedUnit[]
  readonly above: readonly string[]
}

async function lookAt(
  io: Pick<FilesIo, 'files'>,
  { file, settings }: { readonly file: SourceFile; readonly settings: Settings },
): Promise<LookedAt> {
  try {
    const named = { name: file.path, bytes: await io.files.read(file) }
    const { tables, warnings, unread: heads } = await understand(named, settings)
    const unread = heads.map((one) => ({ ...one, place: placeOf(file.path, one) }))
    const proposed = headsOf(proposeColumns(unread))
    const asProposed =
      proposed.size === 0
        ? tables
        : (await understand(named, { ...settings, heads: proposed })).tables
    const naming = (table: DossierTable | CountTable) => ({
      table: proposedTable(file.path, table),
      named: namesIn(table),
      above: table.preface.above,
    })
    const notes = warnings.map((message) => ({ message, fix: undefined }))
    return { tables: tables.map(naming), asProposed: asProposed.map(naming), notes, unread }
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    const { said: message, whatToDo: fix } = toAppError(thrown)
    return { tables: [], asProposed: [], notes: [{ message, fix }], unread: [] }
  }
}

const NOTHING = {
  ...{ path: '.', files: { most: 1000, maxMegabytes: 64, depth: 4 }, units: {}, cutOffDay: 14 },
  ...{ columns: {}, procedures: {}, fields: {}, ignore: [] },
}

function proposedTable(file: string, table: DossierTable | CountTable): ProposedTable {
  const places = table.kind === 'dossiers' ? table.columns.places : table.columns.parts
  const titles = new Map(table.head.titles.map(({ column, path }) => [column, path.join(' – ')]))
  const columns = [...places].map(([meaning, column]) => ({
    head: titles.get(column) ?? '',
    meaning,
  }))
  const { days } = table.preface
  return {
    ...{ file, sheet: table.grid.sheet, kind: table.kind, columns },
    days: days ? daysText(days) : null,
  }
}

/** Names of units that a table gives: in its rows, after “Đơn vị báo cáo”, or else in the lines above it. */
function namesIn(table: DossierTable | CountTable): readonly NamedUnit[] {
  const { lines } = table.preface
  const named = table.kind === 'dossiers' ? namedUnits(table) : unitLabels(table).map(stated)
  const lone = reportingUnits(lines).map((name) => ({ name, code: '', isGuess: false }))
  const above = named.length + lone.length > 0 ? [] : namedAbove(table)
  return [...named, ...lone, ...above].filter(({ name }) => looksLikeUnit(name))
}

function stated(unit: Pick<NamedUnit, 'name' | 'code'>): NamedUnit {
  return { ...unit, isGuess: false }
}

/** Of a form all lines that may name its unit; of a list the last one, whose code its dossiers tell if they tell any. */
function namedAbove(table: DossierTable | CountTable): readonly NamedUnit[] {
  const { lines, above } = table.preface
  if (table.kind === 'counts') return lines.map((name) => ({ name, code: '', isGuess: false }))
  const name = above.findLast((line) => looksLikeUnit(line) && !isProvince(line))
  const [code = '', ...others] = unitsOfCodes(table)
  return name === undefined || others.length > 0 ? [] : [{ name, code, isGuess: true }]
}

/** Forms of the same units and days in several files are one export twice, or two that contradict one another. */
function statedTwice(tables: readonly NamingTable[]): readonly ProposedNote[] {
  const forms = tables.filter(({ table: { kind }, named }) => kind === 'counts' && named.length > 0)
  const same = Map.groupBy(forms, ({ table: { days }, named }) => {
    const keys = new Set(named.map(({ name }) => unitKey(name)))
    return JSON.stringify([days, [...keys].toSorted()])
  })
  return [...same.values()].flatMap((those) => {
    const files = [...new Set(those.map(({ table: { file } }) => file))]
    const { table: { days = null } = {}, named = [] } = those[0] ?? {}
    if (files.length < 2 || days === null) return []
    const units = named.slice(0, 3).map(({ name }) => name)
    return {
      message: say('Several files state {units} for {days}: {files}', {
        ...{ files: files.join(', '), units: units.join(', '), days },
      }),
      fix: say('Leave the right one in the folder; otherwise the one read last counts.'),
    }
  })
}
