import { type Http, mapRecords, pages, parseJson, rowFields } from '@cchc/connector-kit'
import { z } from 'zod'
import { expected } from './client.ts'

/** What is no row has neither, and is refused as one. */
const Row = rowFields({ code: z.unknown(), name: z.unknown() })
type Row = z.output<typeof Row>

const FieldList = z.object({ total: z.int(), items: z.array(Row) })

/** All fields (lĩnh vực). `pages` ends where nothing new comes, and reads again where the list moved meanwhile. */
export async function* readFields(portal: Http) {
  const list = pages<Row>({
    name: 'fields',
    by: 'number',
    pageSize: 100,
    identity: ({ code }) => (typeof code === 'string' ? code : ''),
    fetch: async ({ page, size }) => {
      const request = { url: 'fields', query: { page, size } }
      const parse = (answer: { readonly body: string }) => expected(FieldList, parseJson(answer))
      const { items, total } = await portal.read(request, parse)
      return { rows: items, total }
    },
  })
  for await (const { rows } of list) yield { records: fieldsOf(rows), cursor: undefined }
}

/** A row that cannot be read costs itself alone: it is kept as refused, with its reason. */
function fieldsOf(rows: readonly Row[]) {
  return mapRecords(
    rows,
    ({ code, name }) => ({ code: z.string().parse(code), name: z.string().parse(name) }),
    ({ code }) => ({ code }),
  )
}
