import { HttpResponse, http } from 'msw'
import { z } from 'zod'
import { testConnector } from '../src/conformance/conformance.ts'
import { defineConnector, type Io, parseJson } from '../src/index.ts'

const Field = z.object({ code: z.string(), name: z.string() })
const baseUrl = 'http://fields.test'
const ROWS = Array.from({ length: 25 }, (_, i) => ({
  code: `G${i}`,
  name: `Lĩnh vực ${i}`,
  official: `CANARY ${i}`,
}))

async function fetchPage(io: Io, token: string, start: number) {
  let page = z
    .object({ data: z.array(z.looseObject({ code: z.string(), name: z.string() })) })
    .parse({ data: [] })
  await io.http.request({
    url: '/fields',
    query: { start },
    headers: { Authorization: token },
    inspect: (response) => {
      page = parseJson(response) as typeof page
    },
  })
  return page.data.map(({ code, name }) => ({ code, name }))
}

async function* readFields(io: Io, token: string, from: number) {
  for (let start = from; ; ) {
    const records = await fetchPage(io, token, start)
    start += records.length
    if (records.length === 0) return
    yield { records, cursor: start }
  }
}

const fields = defineConnector({
  id: 'fields',
  version: '1.0.0',
  title: 'Danh mục lĩnh vực',
  config: z.object({ token: z.string().meta({ secret: true }) }),
  streams: {
    fields: { entity: 'field', record: Field, key: ['code'], cursor: z.int(), deletes: 'never' },
  },
  open: (config, io) => ({
    fields: { read: ({ cursor }) => readFields(io, config.token, cursor ?? 0) },
  }),
  check: async (config, io) => {
    await fetchPage(io, config.token, 0)
  },
})

testConnector(fields, {
  baseUrl,
  config: { token: 's3cret-token' },
  handlers: [
    http.get(`${baseUrl}/fields`, ({ request }) => {
      const start = Number(new URL(request.url).searchParams.get('start'))
      return HttpResponse.json({ data: ROWS.slice(start, start + 4) })
    }),
  ],
  now: Date.UTC(2023, 0, 1),
})
