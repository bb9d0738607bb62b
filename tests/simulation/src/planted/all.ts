import type { Batch } from '@cchc/store'
import { storeWith } from '@cchc/store/views'
import type { Plant } from '../store-in-turns.ts'
import type { PlantedBug } from './define-bug.ts'
import { withWriters } from './writers.ts'

/** Bugs that the simulation must find. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'cursor-before-rows',
    sentence: 'The cursor is committed first and its records in a second transaction.',
    invariant: 'cursor-covers-rows',
    plant: {
      store: (store) =>
        withWriters(store, (writer) => ({
          async commit(batch) {
            await writer.commit(withoutRows(batch))
            return writer.commit(batch)
          },
        })),
    },
  },
  {
    name: 'ledger-forgets',
    sentence: 'A commit of more than one ledger cell leaves the last of them out.',
    invariant: 'ledger-is-recount',
    plant: {
      bulk: (bulk) => ({
        ...bulk,
        addToLedger: (rows) => bulk.addToLedger(rows.length > 1 ? rows.slice(0, -1) : rows),
      }),
    },
  },
  {
    name: 'removal-on-partial-pass',
    sentence: 'A pass that failed removes what it did not come to.',
    invariant: 'served-stays',
    plant: {
      store: (store) =>
        withWriters(store, (writer) => {
          const staged = new Set<string>()
          return {
            async commit(batch) {
              if ('mode' in batch.content) staged.add(batch.stream)
              return writer.commit(batch)
            },
            async finish(outcome) {
              const options = { cursor: undefined, acceptRemovals: true }
              for (const stream of staged) await writer.completePass(stream, options)
              return writer.finish(outcome)
            },
          }
        }),
    },
  },
  {
    name: 'history-forgets',
    sentence:
      'Of several dossiers that change in one commit only the first keeps its former state; no sums are kept that would tell of it.',
    invariant: 'known-stays-known',
    plant: {
      store: (store) => storeWith(store, { rollUp: async () => undefined }),
      bulk: (bulk) => ({ ...bulk, archive: archiveFirst(bulk) }),
    },
  },
  {
    name: 'sums-miss-what-history-forgets',
    sentence:
      'Of several dossiers that change in one commit only the first keeps its former state, from which sums learn what to take away.',
    invariant: 'sums-are-recount',
    plant: { bulk: (bulk) => ({ ...bulk, archive: archiveFirst(bulk) }) },
  },
  {
    name: 'sums-forget',
    sentence: 'Of the sums that a run adds to, the last is left out.',
    invariant: 'sums-are-recount',
    plant: {
      bulk: (bulk) => ({
        ...bulk,
        addToRollup: ({ columns, rows }) =>
          bulk.addToRollup({ columns, rows: [...rows].slice(0, -1) }),
      }),
    },
  },
]

type Bulk = Parameters<NonNullable<Plant['bulk']>>[0]

function archiveFirst(bulk: Bulk): Bulk['archive'] {
  return (rows, knownTo) => bulk.archive(rows.slice(0, 1), knownTo)
}

function withoutRows(batch: Batch): Batch {
  const content = { ...batch.content, records: [] }
  return { ...batch, content, refusals: [] }
}
