import { defineConnector, HttpSource, mapEach, parseJson } from '@cchc/connector-kit'
import { Dossier } from '@cchc/domain'
import { z } from 'zod'

const Page = z.object({ codes: z.array(z.string()), isLast: z.boolean() })
const Cursor = z.object({ page: z.int() })

/** A city whose dossiers are read page by page. */
export const pagingCity = defineConnector({
  kind: 'http',
  id: 'paging-city',
  version: '1.0.0',
  title: 'Thành phố có nhiều trang',
  config: HttpSource,
  streams: {
    dossiers: {
      ...{ entity: 'dossier', record: Dossier, key: ['code'], cursor: Cursor },
      ...{ deletes: 'pages', quiet: 'usual' },
    },
  },
  open: (_config, { http }) => ({
    dossiers: {
      async *read({ cursor }) {
        for (let page = (cursor?.page ?? 0) + 1; ; page += 1) {
          const { codes, isLast } = await http.read(
            { url: 'dossiers', query: { page } },
            (answer) => Page.parse(parseJson(answer)),
          )
          const { mapped } = mapEach(codes, dossierOf, (code) => ({ code }))
          yield { records: mapped, cursor: { page } }
          if (isLast) return
        }
      },
    },
  }),
  check: async () => undefined,
})

const RECEIVED = Date.parse('2026-02-02T09:00:00+07:00')

function dossierOf(code: string): z.input<typeof Dossier> {
  return {
    ...{ code, procedureCode: '1.001612', organisationCode: 'H15.01', fieldCode: null },
    ...{ channel: null, statusReceived: 'x', onlinePayment: null, digitised: null },
    ...{ serviceLevel: null, serviceLevelReceived: null, dueAt: null, returnedAt: null },
    ...{ status: 'processing', receivedAt: RECEIVED, finishedAt: null, pauses: [], version: 1 },
  }
}
