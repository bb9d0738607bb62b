import {
  Day,
  dayNumberOf,
  dayText,
  NotFoundError,
  normaliseOrganisationCode,
  type Organisation,
  parsePeriod,
  printDay,
  Successions,
  say,
  UsageError,
} from '@cchc/domain'
import { storeInTree } from '@cchc/figures'
import type { Store, StoredRecord } from '@cchc/store'
import type { HubSettings } from '../config/hub-settings.ts'
import type { HubContext } from '../context.ts'
import { quoted } from '../near.ts'
import { configured, withOrganisations } from './configured.ts'
import { listOrganisations, type OrganisationView } from './organisations.ts'

/** What a query says of its tree. */
export interface TreeQuery {
  readonly org?: string | undefined
  readonly period: string
  readonly treeAt?: string | undefined
}

/** Figures in the tree that is asked for; `ownTree` = that of the period's last day, in which periods are closed. */
export interface FiguresInTree extends HubContext {
  readonly ownTree: Store
  /** What figures say of their tree: its day, when another than the period's last was asked for. */
  readonly tree: { readonly treeAt?: Day }
}

type Settings = Pick<HubSettings, 'organisations' | 'successions'>

/**
 * Figures in the tree of a day, by default the period's last. Throws NotFoundError when the organisation asked for has
 * a successor in that tree.
 */
export function figuresInTree(context: HubContext, query: TreeQuery): FiguresInTree {
  const { store, config } = context
  const { to } = parsePeriod(query.period, { day: config.reporting.cutOffDay })
  const day = query.treeAt === undefined ? to : treeDay(query.treeAt)
  requireInTree(config, { organisation: query.org ?? config.reporting.organisation, day })
  const ownTree = inTree(store, config, to)
  if (day === to) return { ...context, ownTree, store: ownTree, tree: {} }
  return { ...context, ownTree, store: inTree(store, config, day), tree: { treeAt: day } }
}

/** The store with organisations and dossiers as the tree of a day has them. */
function inTree(store: Store, settings: Settings, day: Day): Store {
  const successions = successionsOf(settings)
  if (successions.isEmpty && !Object.values(settings.organisations).some(isDated)) return store
  const listed = withOrganisations(store, (records) =>
    listingAt(records, { settings, successions, day }),
  )
  return successions.isEmpty ? listed : storeInTree(listed, { successions, day })
}

/** The store with organisations, procedures and dossiers as the tree of today has them. */
export function storeOfToday({ store, config, now }: HubContext): Store {
  return inTree(store, config, dayText(dayNumberOf(now())))
}

/** All organisations, or those of the tree of a day. */
export async function organisationsOf(
  { store, config }: HubContext,
  treeAt: string | undefined,
): Promise<readonly OrganisationView[]> {
  if (treeAt === undefined) return listOrganisations(store)
  const day = treeDay(treeAt)
  return listOrganisations(inTree(store, config, day), day)
}

/** Reads the day of a tree; throws UsageError. */
function treeDay(text: string): Day {
  const day = Day.safeParse(text)
  if (day.success) return day.data
  throw new UsageError(say('{text} is not a day.', { text: quoted(text) }), {
    fix: say('Write it as 2025-06-30.'),
    faults: [
      {
        path: 'treeAt',
        message: say('must be a day such as {example}', { example: '2025-06-30' }),
      },
    ],
  })
}

function requireInTree(
  settings: Settings,
  { organisation, day }: { readonly organisation: string | undefined; readonly day: Day },
): void {
  const code = organisation === undefined ? undefined : normaliseOrganisationCode(organisation)
  if (code === undefined) return
  const holder = successionsOf(settings).holderAt(code, day)
  if (holder === code) return
  const name = settings.organisations[holder]?.name
  const shown = name === undefined ? holder : `${holder} (${name})`
  throw new NotFoundError(
    say('{code} is not in the tree of {day}: {holder} holds its dossiers on that day.', {
      code,
      day: printDay(day),
      holder: shown,
    }),
    {
      fix: say('Ask for {holder}, or for the tree of a day on which {code} was there.', {
        holder,
        code,
      }),
    },
  )
}

/** Who took over from whom, as configured. */
export function successionsOf({ organisations, successions }: Settings): Successions {
  const opened = Object.entries(organisations).flatMap(([code, { validFrom }]): [string, Day][] =>
    validFrom === undefined ? [] : [[code, validFrom]],
  )
  return new Successions(successions, new Map(opened))
}

/** Whether an organisation is there on a day, holding its own work. */
export function isInTree(settings: Settings): (code: string, day: Day) => boolean {
  const successions = successionsOf(settings)
  return (code, day) => {
    const { validTo = day } = settings.organisations[code] ?? {}
    return validTo >= day && successions.holderAt(code, day) === code
  }
}

function isDated({ formerNames }: Settings['organisations'][string]): boolean {
  return (formerNames ?? []).length > 0
}

/** Those that hold their own work on the day, by their names of then; also holders that no source lists. */
function listingAt(
  records: readonly StoredRecord<Organisation>[],
  tree: { readonly settings: Settings; readonly successions: Successions; readonly day: Day },
): readonly StoredRecord<Organisation>[] {
  const { settings, successions, day } = tree
  const isHolder = (code: string) => successions.holderAt(code, day) === code
  const listed = new Set(records.map(({ value }) => value.code))
  const missing = successions.codes.filter((code) => !listed.has(code) && isHolder(code))
  return [
    ...records.filter(({ value }) => isHolder(value.code)),
    ...missing.map((code) => configured(code, settings.organisations[code] ?? {})),
  ].map((record) => {
    const name = nameOn(settings.organisations[record.value.code], day) ?? record.value.name
    return { ...record, value: { ...record.value, name } }
  })
}

/** The name that was in use on a day, where it has another since. */
function nameOn(
  organisation: Settings['organisations'][string] | undefined,
  day: Day,
): string | undefined {
  return (organisation?.formerNames ?? [])
    .filter(({ validTo }) => day <= validTo)
    .toSorted((a, b) => (a.validTo < b.validTo ? -1 : 1))[0]?.name
}
