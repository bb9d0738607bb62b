import { isRow, type ListPlace, parseIsoTime, type Row } from '@cchc/connector-kit'
import { dayOf, PortalChanged, say } from '@cchc/domain'
import type { IgateClient, Query } from './client.ts'
import type { IgateConfig } from './config.ts'
import type { Slice } from './slices.ts'
import { firstRows, springList } from './spring-list.ts'

const PATH = 'pa/dossier/search'

/** What a search needs to know. */
export interface Searched {
  readonly client: IgateClient
  readonly config: IgateConfig
}

/** The rows of a slice. PortalChanged where filters and fields do not mean what the configuration says. */
export function searchSlice({ client, config }: Searched, slice: Slice, from: ListPlace) {
  const { changedSince, query, name } = slice
  const { updated } = config.fields
  const isRecent = (row: Row) => !((parseIsoTime(row[updated]) ?? Infinity) < (changedSince ?? 0))
  return springList(client, {
    name,
    path: PATH,
    query: searchQuery(config, query),
    pageSize: config.pageSize,
    ...from,
    version: (row) => parseIsoTime(row[updated]) ?? 0,
    ...(changedSince === undefined ? {} : { isIn: isRecent }),
    check: (rows) => {
      checkReceived(rows, slice)
      if (changedSince !== undefined) checkUpdated(rows, { name, updated })
    },
    fix: say(
      'Lower windowDays in the configuration, or ask the administrator of iGate about this list.',
    ),
  })
}

/** Some rows by other filters: single dossiers, or the newest change. */
export function searchRows(
  { client, config }: Searched,
  query: Query,
  pageSize: number,
): Promise<readonly Row[]> {
  return firstRows(client, {
    name: 'dossiers',
    path: PATH,
    query: searchQuery(config, query),
    pageSize,
  })
}

function searchQuery({ agencyId, fields }: IgateConfig, query: Query): Query {
  const sort = String(query.sort ?? '').replace(/^updatedDate\b/, fields.updated)
  return {
    ...query,
    spec: 'slice',
    ...(sort === '' ? {} : { sort }),
    ...(agencyId === undefined ? {} : { 'ancestor-agency-id': agencyId }),
  }
}

/** A filter that is not heeded, or that reads days otherwise, would move dossiers from one day to another unseen. */
function checkReceived(rows: readonly Row[], { name, received }: Slice): void {
  const isElsewhere = rows.some((row) => {
    const at = parseIsoTime(row.acceptedDate)
    const day = at === null || Number.isNaN(at) ? received.from : dayOf(at)
    return day < received.from || day > received.to
  })
  if (!isElsewhere) return
  throw new PortalChanged(
    say('{list}: iGate hands out dossiers of other days than those that were asked for', {
      list: name,
    }),
    {
      fix: say(
        'Set searchDays in the configuration to the other of local and utc; if it stays, the filters of this system differ.',
      ),
    },
  )
}

/** Without the date of the last change a list that is sorted by it has no end. */
function checkUpdated(
  rows: readonly Row[],
  { name, updated }: { readonly name: string; readonly updated: string },
): void {
  if (rows.length < 2 || rows.some((row) => isRow(row) && row[updated] !== undefined)) return
  throw new PortalChanged(
    say('{list}: no dossier states {field}', { list: name, field: updated }),
    { fix: say('Name the field of the last change in the configuration, under fields.updated.') },
  )
}
