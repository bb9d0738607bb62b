import { readFileSync } from 'node:fs'
import {
  type Fault,
  folded,
  inConfiguration,
  normaliseOrganisationCode,
  organisationLevel,
  Succession,
  say,
  successionFaults,
  UsageError,
} from '@cchc/domain'
import type { GivenFile } from '@cchc/files/check'
import { writeWhole } from '@cchc/files/disk'
import {
  type CodeOf,
  cellOf,
  type NewUnit,
  readSuccessionFile,
  type ToldSuccession,
} from '@cchc/files/entered'
import type { Document } from 'yaml'
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
  /** Units that neither sources nor the configuration knew, by the names that the table gives them. */
  readonly units: readonly NewUnit[]
}

/**
 * Adds what a table says to a configuration, whose comments stay: successions, and new units by their names. Throws a
 * UsageError that names every fault of the table, also where it contradicts itself or what the configuration says already; nothing is written then.
 */
export async function importSuccessions(asked: SuccessionImport): Promise<ImportedSuccessions> {
  const { path, file, dryRun } = asked
  const yaml = await import('yaml')
  const document = yaml.parseDocument(readFileSync(path, 'utf8'))
  const before = beforeOf(document.toJS())
  const read = await readSuccessionFile(file, codeOfUnits(asked.units))
  const has = new Map(before.successions.map((one) => [keyOf(one), one]))
  const told = read.successions.filter(({ succession }) => !has.has(keyOf(succession)))
  const added = told.map(({ succession }) => succession)
  const named = new Set([...asked.units.map(({ code }) => code), ...before.named])
  const units = read.units.filter(({ code }) => !named.has(code))
  refuse(file, [
    ...read.successions.flatMap((one) => otherBasis(one, has.get(keyOf(one.succession)))),
    ...contradictions(before.successions, told),
  ])
  const done = { added, known: read.successions.length - added.length, units }
  if (dryRun || (added.length === 0 && units.length === 0)) return done
  addSuccessions(yaml, document, added)
  addUnits(yaml, document, units)
  writeWhole(path, new TextEncoder().encode(document.toString({ lineWidth: 0 })))
  return done
}

type Yaml = typeof import('yaml')

function addSuccessions({ isSeq }: Yaml, document: Document, added: readonly Succession[]): void {
  const section = document.get('successions')
  const nodes = added.map((one) => document.createNode(one))
  if (isSeq(section)) {
    section.flow = false
    section.items.push(...nodes)
  } else document.set('successions', nodes)
}

function addUnits({ isMap }: Yaml, document: Document, units: readonly NewUnit[]): void {
  if (units.length === 0) return
  const section = document.get('organisations')
  if (isMap(section)) section.flow = false
  else document.set('organisations', document.createNode({}))
  for (const unit of units) {
    const override = document.createNode(overrideOf(unit), { flow: true })
    document.setIn(['organisations', unit.code], override)
  }
}

/** What a sound configuration says already. */
function beforeOf(settings: unknown) {
  const { successions, organisations } = Before.parse(settings ?? {})
  const entries = Object.entries(organisations ?? {})
  return { successions, named: entries.flatMap(([code, { name }]) => (name ? code : [])) }
}

const Before = z.object({
  successions: z.array(Succession).default([]),
  organisations: z.record(z.string(), z.object({ name: z.string().optional() })).nullish(),
})

/** A new unit as the configuration says it; tables leave out the words that show a level: “Xã Bình Minh”. */
function overrideOf({ code, name, from }: NewUnit) {
  const full = /^(UBND|Ủy ban)/iu.test(name) ? name : `UBND ${name}`
  return { name, level: organisationLevel(code, full), validFrom: from }
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

/** What the table contradicts, in itself or of the configuration; its own side by the cell. */
function contradictions(before: readonly Succession[], told: readonly ToldSuccession[]): Fault[] {
  const all = [...before, ...told.map(({ succession }) => succession)]
  return successionFaults(all, (index, key, code) => {
    const own = told[index - before.length]
    return own ? cellOf(own, key ?? 'from', code) : inConfiguration(index, key)
  })
}

const NUMBER = /\d+(\/\d{4})?\/[\p{Lu}\d][\p{Lu}\d-]*/gu

/** The same succession by another decision; the same text in other words is none. */
function otherBasis(
  { succession, steps }: ToldSuccession,
  known: Succession | undefined,
): readonly Fault[] {
  const numbers = (basis = ''): string[] => [...(basis.normalize('NFC').match(NUMBER) ?? [])]
  const [own, others] = [numbers(succession.legalBasis), numbers(known?.legalBasis)]
  if (own.length === 0 || others.length === 0 || own.some((one) => others.includes(one))) return []
  const said = { own: own.join(', '), others: others.join(', ') }
  const message = say('says {own}, and the configuration has {others} for it', said)
  return [{ path: steps[0]?.at('decision') ?? '', message }]
}

function refuse({ name }: GivenFile, faults: readonly Fault[]): void {
  if (faults.length === 0) return
  throw new UsageError(
    say('{name} contradicts itself or the configuration; nothing was entered.', { name }),
    {
      fix: say('Correct what is named and try again.'),
      faults,
    },
  )
}
