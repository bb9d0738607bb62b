import type {
  DossierInstant,
  DossierPredicate,
  DossierSearch,
  InstantRange,
} from '../world/dossier-index.ts'
import type { SimulatedDossier, World } from '../world/world.ts'
import { agencyObjectId, IGATE_METHODS, IGATE_STATUSES, objectId } from './lists.ts'
import { filterInstant } from './times.ts'

/** A parameter that iGate cannot read: HTTP 400. */
export class BadRequest extends Error {}

const RANGES: Readonly<Record<string, DossierInstant>> = {
  accepted: 'received',
  appointment: 'due',
  'result-returned': 'finished',
}

const SORTS: Readonly<Record<string, DossierInstant>> = {
  acceptedDate: 'received',
  appointmentDate: 'due',
  updatedDate: 'modified',
}

const PAGING = new Set(['page', 'size', 'spec'])

interface Settings {
  readonly world: World
  readonly strictDays: boolean
}

/** What the filters of `/pa/dossier/search` ask for. */
export function igateSearch(query: URLSearchParams, settings: Settings): DossierSearch {
  const [field = '', direction = 'asc'] = (query.get('sort') ?? '').split(',')
  return {
    key: listKey(query),
    ranges: Object.keys(RANGES).flatMap((name) => rangeOf(query, name, settings)),
    predicates: predicatesOf(query, settings),
    sort: SORTS[field] ?? 'modified',
    descending: direction === 'desc' || field === '',
  }
}

/** A name for the list that a query asks for, whichever page of it. */
export function listKey(query: URLSearchParams): string {
  return JSON.stringify([...query].filter(([name]) => !PAGING.has(name)).sort())
}

function rangeOf(query: URLSearchParams, name: string, { strictDays }: Settings): InstantRange[] {
  const [from, to] = [query.get(`${name}-from`), query.get(`${name}-to`)]
  const field = RANGES[name]
  if ((from === null && to === null) || field === undefined) return []
  const low = from === null ? 1 : filterInstant(from, strictDays)
  const last = to === null ? Number.POSITIVE_INFINITY : filterInstant(to, strictDays)
  if (Number.isNaN(low + last)) throw new BadRequest(`${name}-from or ${name}-to`)
  return [{ field, low, high: last + 1 }]
}

const MATCHES: Readonly<Record<string, (dossier: SimulatedDossier, world: World) => string>> = {
  code: ({ code }) => code,
  'dossier-status': ({ status }) => String(IGATE_STATUSES[status]?.id),
  'apply-method-id': ({ channel }) => String(IGATE_METHODS[channel].id),
  'procedure-id': ({ procedure }, { provinceCode }) =>
    objectId(provinceCode, 'procedure', Number(procedure.code.replace('.', ''))),
}

/** A parameter with several values, separated by commas, takes any of them. */
function predicatesOf(query: URLSearchParams, { world }: Settings): DossierPredicate[] {
  const matches = Object.entries(MATCHES).flatMap(([name, value]) => {
    const wanted = new Set((query.get(name) ?? '').split(',').filter((part) => part !== ''))
    if (wanted.size === 0) return []
    return [(dossier: SimulatedDossier) => wanted.has(value(dossier, world))]
  })
  const isByAcceptance = query.has('accepted-from') || query.has('accepted-to')
  const accepted = isByAcceptance
    ? [(dossier: SimulatedDossier) => dossier.status !== 'denied']
    : []
  return [...accepted, ...matches, ...withinAgency(query, world)]
}

function withinAgency(query: URLSearchParams, world: World): DossierPredicate[] {
  const id = query.get('ancestor-agency-id')
  if (!id) return []
  const below = agenciesBelow(world, id)
  return [({ organisation }) => below.has(organisation.code)]
}

/** The codes of an agency and of all below it. */
export function agenciesBelow({ organisations }: World, id: string): Set<string> {
  const below = new Set<string>()
  for (const { code, parentCode } of organisations) {
    const isRoot = agencyObjectId(code) === id
    if (isRoot || (parentCode !== null && below.has(parentCode))) below.add(code)
  }
  return below
}
