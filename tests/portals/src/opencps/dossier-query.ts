import type {
  DossierInstant,
  DossierPredicate,
  DossierSearch,
  InstantRange,
} from '../world/dossier-index.ts'
import { procedureCodeShown } from '../world/shown-code.ts'
import type { SimulatedDossier } from '../world/world.ts'
import { parseDay } from './text.ts'

const DAY_MS = 86_400_000

/** A query parameter that the portal cannot read. */
export class BadParameter extends Error {}

const FIELDS = {
  Receive: 'received',
  Release: 'released',
  Finish: 'finished',
  Due: 'due',
} as const satisfies Readonly<Record<string, DossierInstant>>

const SORTS: Readonly<Record<string, DossierInstant>> = {
  createDate: 'received',
  receiveDate: 'received',
  releaseDate: 'released',
  finishDate: 'finished',
  dueDate: 'due',
}

/** What the filters of `/dossiers` ask for. Throws BadParameter for a date that is none. */
export function dossierSearch(query: URLSearchParams): DossierSearch {
  return {
    key: listKey(query),
    ranges: rangesOf(query),
    predicates: predicatesOf(query),
    sort: SORTS[query.get('sort') ?? ''] ?? 'received',
    descending: query.get('order') === 'true',
  }
}

const PAGING = new Set(['start', 'end'])

/** A name for the list that a query asks for, whichever page of it. */
export function listKey(query: URLSearchParams): string {
  return JSON.stringify([...query].filter(([name]) => !PAGING.has(name)).sort())
}

/** The stated ranges; the day in a dossier's number serves as one too. */
function rangesOf(query: URLSearchParams): InstantRange[] {
  const stated = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap((field) =>
    rangeOf(query, field),
  )
  const [, year, month, day] = /-(\d{2})(\d{2})(\d{2})-/.exec(query.get('dossierNo') ?? '') ?? []
  const low = day ? parseDay(`${day}/${month}/20${year}`) : undefined
  return low === undefined
    ? stated
    : [{ field: 'received' as const, low, high: low + DAY_MS }, ...stated]
}

function rangeOf(query: URLSearchParams, field: keyof typeof FIELDS): InstantRange[] {
  const low = dayParameter(query, `from${field}Date`)
  const last = dayParameter(query, `to${field}Date`)
  if (low === undefined && last === undefined) return []
  const high = last === undefined ? Number.POSITIVE_INFINITY : last + DAY_MS
  return [{ field: FIELDS[field], low: low ?? 1, high }]
}

function dayParameter(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (!text) return undefined
  const day = parseDay(text)
  if (day === undefined) throw new BadParameter(`Unparseable date: ${name}`)
  return day
}

const MATCHES: Readonly<Record<string, (dossier: SimulatedDossier) => string>> = {
  status: (dossier) => dossier.status,
  agency: (dossier) => dossier.organisation.oldCode,
  service: (dossier) => procedureCodeShown(dossier.procedure, dossier.organisation.code),
  domain: (dossier) => dossier.procedure.fieldCode,
  online: (dossier) => String(dossier.channel === 'online'),
  level: (dossier) => String(dossier.serviceLevel),
  dossierNo: (dossier) => dossier.code,
}

/** A parameter with several values, separated by commas, takes any of them. */
function predicatesOf(query: URLSearchParams): DossierPredicate[] {
  return Object.entries(MATCHES).flatMap(([name, value]) => {
    const wanted = (query.get(name) ?? '').split(',').filter((part) => part !== '')
    return wanted.length === 0
      ? []
      : [(dossier: SimulatedDossier) => wanted.includes(value(dossier))]
  })
}
