import type { AddableColumns, ExtraFigure, QuantityKind, StatisticsColumn } from '@cchc/domain'
import {
  Channel,
  EXTRA_FIGURE_DESCRIPTIONS,
  II06_COLUMNS,
  issueOf,
  OrganisationLevel,
  ServiceLevel,
  say,
} from '@cchc/domain'
import { z } from 'zod'
import { CHANNEL_NAMES, channel } from '../dimension/channel.ts'
import { UNKNOWN } from '../dimension/define-dimension.ts'
import type { EventSubject } from '../dimension/event-subject.ts'
import {
  PROCEDURE_LEVEL_NAMES,
  procedureLevel,
  SERVICE_LEVEL_NAMES,
  serviceLevel,
} from '../dimension/procedure-dimensions.ts'
import { additionFault } from './addition-fault.ts'
import type { Condition } from './define-figure.ts'

const COLUMNS = II06_COLUMNS.map(({ key }) => key)

const needed = z.string({ error: say('is needed').template })

/** A list of known words with commas between them, each once; every other word is a fault. */
function listOf<const T extends string>(known: readonly T[]) {
  return needed.transform((text, context): readonly T[] => {
    const words = text.split(',').map((word) => word.trim())
    const unknown = words.filter((word) => !known.some((one) => one === word))
    const twice = words.filter((word, index) => words.indexOf(word) !== index)
    for (const word of unknown) context.addIssue(notKnown(word, known))
    for (const word of new Set(twice)) {
      context.addIssue(issueOf(say('{word} is named twice', { word: JSON.stringify(word) })))
    }
    return words as T[]
  })
}

/** The names of a table's entries. */
export function namesOf<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(table) as K[]
}

/** One of several known words. */
export function oneOf<const T extends string>(known: readonly T[]) {
  return needed.transform((word, context) => {
    if (!known.some((one) => one === word)) context.addIssue(notKnown(word, known))
    return word as T
  })
}

function notKnown(word: string, known: readonly string[]) {
  const named = { word: JSON.stringify(word), known: known.join(', ') }
  return issueOf(say('{word} is not known; known: {known}', named))
}

/** Columns of Form II.06 that are added up, which only those of one kind can be. */
export const addedColumns = listOf(COLUMNS).transform((columns, context) => {
  const fault = additionFault(columns.map((name) => ({ name, kind: kindOf([name]) })))
  if (fault !== undefined) context.addIssue(issueOf(fault))
  return columns as AddableColumns
})

/** What columns of Form II.06 add up to. */
export function kindOf([first]: AddableColumns): QuantityKind {
  return II06_COLUMNS.find(({ key }) => key === first)?.kind ?? 'flow'
}

/** Columns in the numbers of Form II.06: `(8) + (9)`; figures beside it by their names. */
export function columnsFormula(columns: readonly (StatisticsColumn | ExtraFigure)[]): string {
  const beside: Readonly<Record<string, { readonly name: string }>> = EXTRA_FIGURE_DESCRIPTIONS
  return columns
    .map((column) => II06_COLUMNS.find(({ key }) => key === column)?.number ?? beside[column]?.name)
    .join(' + ')
}

/** Levels of organisations. */
export const unitLevels = listOf(OrganisationLevel.options)
/** Levels of procedures by Form II.07b. */
export const procedureLevels = listOf(['province', 'district', 'commune'])
/** Levels of online services. */
export const serviceLevels = listOf(ServiceLevel.options)
/** How a dossier was handed in; unknown where its source does not say. */
export const oneChannel = oneOf([...Channel.options, UNKNOWN])

/** Procedures at these levels. */
export function procedureLevelCondition(levels: z.output<typeof procedureLevels>): Condition {
  const value = levels.map((code) => PROCEDURE_LEVEL_NAMES[code]).join(', ')
  return { name: procedureLevel.name, value }
}

/** Services of these levels. */
export function serviceLevelCondition(levels: readonly ServiceLevel[]): Condition {
  const value = levels.map((code) => SERVICE_LEVEL_NAMES[code]).join(', ')
  return { name: serviceLevel.name, value }
}

/** Dossiers that state these levels themselves, whatever their procedure is offered at. */
export function statedServiceCondition(levels: readonly ServiceLevel[]): Condition {
  const { name, value } = serviceLevelCondition(levels)
  return { name: `${name} ghi trên hồ sơ`, value }
}

/** Whether a dossier states one of these levels. */
export function statesService(levels: readonly ServiceLevel[]) {
  return ({ serviceLevel: stated }: EventSubject) => stated !== null && levels.includes(stated)
}

/** Dossiers handed in by one channel. */
export function channelCondition(code: z.output<typeof oneChannel>): Condition {
  return { name: channel.name, value: CHANNEL_NAMES[code] }
}

/** A condition in one line. */
export function conditionText({ name, value }: Condition): string {
  return `${name}: ${value}`
}
