import { readFileSync } from 'node:fs'
import {
  folded,
  normaliseOrganisationCode,
  Succession,
  say,
  successionFaults,
  UsageError,
} from '@cchc/domain'
import type { GivenFile } from '@cchc/files/check'
import { writeWhole } from '@cchc/files/disk'
import { type CodeOf, readSuccessionFile } from '@cchc/files/entered'
import { z } from 'zod'

/** A table of who took over from whom, and the configuration that it goes into. */
export interface SuccessionImport {
  /** Of the configuration, which is sound. */
  readonly path: string
  readonly file: GivenFile
  /** Names that the table may write instead of codes. */
  readonly units: readonly { readonly code: string; readonly name: string }[]
  /** Everything is checked and nothing is written. */
  readonly dryRun: boolean
}

/** What was added to the configuration, and how many of the table it had already. */
export interface ImportedSuccessions {
  readonly added: readonly Succession[]
  readonly known: number
}

/**
 * Adds what a table says to the successions of a configuration, whose comments stay. Throws a UsageError that names every
 * fault of the table, also where it contradicts itself or what the configuration says already; nothing is written then.
 */
export async function importSuccessions(asked: SuccessionImport): Promise<ImportedSuccessions> {
  const { path, file, units, dryRun } = asked
  const { isSeq, parseDocument } = await import('yaml')
  const document = parseDocument(readFileSync(path, 'utf8'))
  const before = z.array(Succession).parse(document.toJS()?.successions ?? [])
  const read = await readSuccessionFile(file, codeOfUnits(units))
  const has = new Set(before.map(keyOf))
  const added = read.filter((one) => !has.has(keyOf(one)))
  refuse(file, [...before, ...added])
  if (dryRun || added.length === 0) return { added, known: read.length - added.length }
  const section = document.get('successions')
  const nodes = added.map((one) => document.createNode(one))
  if (isSeq(section)) {
    section.flow = false
    section.items.push(...nodes)
  } else document.set('successions', nodes)
  writeWhole(path, new TextEncoder().encode(document.toString({ lineWidth: 0 })))
  return { added, known: read.length - added.length }
}

function keyOf({ date, from, to }: Succession): string {
  return [date, from.toSorted().join('+'), to.toSorted().join('+')].join(' ')
}

function codeOfUnits(units: SuccessionImport['units']): CodeOf {
  const byName = Map.groupBy(units, ({ name }) => folded(name))
  return (text) => {
    const [only, ...others] = byName.get(folded(text)) ?? []
    return normaliseOrganisationCode(text) ?? (others.length === 0 ? only?.code : undefined)
  }
}

function refuse({ name }: GivenFile, all: readonly Succession[]): void {
  const faults = successionFaults(all)
  if (faults.length === 0) return
  throw new UsageError(
    say('{name} contradicts itself or the configuration; nothing was entered.', { name }),
    {
      fix: say('Correct what is named and try again.'),
      faults,
    },
  )
}
