import { parsePortalTime } from '../../../src/index.ts'
import { dossiersOf, GOOD } from '../one-stop.ts'
import { dossiersFrom, rowOf } from '../one-stop-answers.ts'
import type { Client, Parts } from '../one-stop-parts.ts'
import type { PlantedBug } from './planted-bug.ts'
import { dayBefore, fetching, ownPages } from './wrong-parts.ts'

const seen = new Set<unknown>()

export const READ: readonly PlantedBug[] = [
  {
    bug: 'check does nothing',
    check: 'reaches the portal and logs in in check',
    parts: { check: async () => {} },
  },
  {
    bug: 'the check of a stream only logs in',
    check: 'reads a row in the check of a stream',
    parts: { check: async (parts, { io, config }) => void (await parts.login(io, config)) },
  },
  {
    bug: 'figures that are compared and not read',
    check: 'reads every figure that it compares',
    parts: {
      compares: [
        {
          name: 'thử',
          rule: 'tt01-2020',
          counts: 'row',
          periods: ['month'],
          organisations: 'alone',
          dossiers: 'own',
          figures: { taken: 'received' },
          causes: ['rule_difference'],
        },
      ],
    },
  },
  { bug: 'data by a global fetch', check: 'asks by io.http alone', parts: { send: fetching } },
  ...['America/New_York', 'UTC']
    .map(() => ({
      bug: 'instants without their offset, as the machine reads them',
      check: 'reads the same in every time zone of the machine',
      parts: { time: (text: unknown) => (text ? Date.parse(String(text).slice(0, 19)) : null) },
    }))
    .slice(0, 1),
  {
    bug: '+0000 read as a time of Việt Nam: seven hours off',
    check: 'gives the written-down records as they are',
    parts: { time: (text) => (text ? Date.parse(`${String(text).slice(0, 19)}+07:00`) : null) },
  },
  {
    bug: 'ISO dates through the parser of another format',
    check: 'yields records that are valid, each key once',
    parts: { time: (text) => parsePortalTime(String(text)) },
  },
  {
    bug: 'an end that is left out where the status says it',
    check: 'says when a dossier ended that is over by its status',
    parts: {
      dossier: (parts, row) => ({
        ...GOOD.dossier(parts, row),
        status: 'finished',
        finishedAt: null,
      }),
    },
  },
  {
    bug: 'windows that overlap by a day',
    check: 'yields records that are valid, each key once',
    parts: {
      windows: (from, to) =>
        GOOD.windows(from, to).map((window, i, all) => ({
          ...window,
          to: all[i + 1]?.from ?? window.to,
        })),
    },
  },
  {
    bug: 'the last day of each window left out',
    check: 'gives as many records as its portal holds',
    parts: {
      windows: (from, to) =>
        GOOD.windows(from, to).map((window) => ({ ...window, to: dayBefore(window.to) })),
    },
  },
  {
    bug: 'the last window left out',
    check: 'gives as many records as its portal holds',
    parts: { windows: (from, to) => GOOD.windows(from, to).slice(0, -1) },
  },
  {
    bug: 'the first page of each list skipped',
    check: 'gives as many records as its portal holds',
    parts: {
      list: (parts, client, { query, start }) =>
        ownPages(parts, client, { query, start: start + 4 }),
    },
  },
  {
    bug: 'only the first page of a list whose removals show by absence',
    check: 'gives as many records as its portal holds',
    parts: { fields: firstPageOfFields },
  },
  {
    bug: 'rows known from an earlier reading left out',
    check: 'reads the same again',
    parts: {
      dossier(parts, row) {
        const key = [parts, row.code].join()
        if (seen.has(key)) return {}
        seen.add(key)
        return GOOD.dossier(parts, row)
      },
    },
  },
  {
    bug: 'a random code',
    check: 'reads the same again',
    parts: {
      dossier: (parts, row) => ({
        ...GOOD.dossier(parts, row),
        fieldCode: `F${Math.floor(Math.random() * 1e9)}`,
      }),
    },
  },
  {
    bug: 'the clock of the machine',
    check: 'takes the time from io.now',
    parts: { startOf: () => new Date().toISOString() },
  },
  {
    bug: 'one list for all pages',
    check: 'leaves a page as it was handed out',
    parts: {
      async *whole(parts, client, cursor) {
        const records: object[] = []
        for await (const page of GOOD.whole(parts, client, cursor)) {
          records.splice(0, records.length, ...page.records)
          yield { ...page, records }
        }
      },
    },
  },
  {
    bug: 'one cursor that is changed for every page',
    check: 'leaves a page as it was handed out',
    parts: {
      async *whole(parts, client, cursor) {
        const shared = {}
        for await (const page of GOOD.whole(parts, client, cursor)) {
          yield { ...page, cursor: Object.assign(shared, page.cursor) }
        }
      },
    },
  },
  {
    bug: 'a lookup that finds others',
    check: 'finds single records again',
    parts: {
      async *lookup(parts, client) {
        const { rows } = await parts.fetch(parts, client, dossiersFrom({}, 0))
        yield dossiersOf(parts, rows.map(rowOf))
      },
    },
  },
]

async function* firstPageOfFields(parts: Parts, client: Client) {
  const { rows } = await parts.fetch(parts, client, { path: 'fields', query: { page: 1 } })
  yield { records: parts.map(rows.map(rowOf), ({ code, name }) => ({ code, name })) }
}
