import { type Client, type ClientOptions, createClient } from '@cchc/client'
import type { Hub } from '@cchc/hub'
import type { ExportEnd } from '@cchc/hub/exports/export'
import { exportPieces } from '@cchc/hub/exports/export-pieces'
import { isRemote, type Question, type RemoteQuestion } from '@cchc/hub/questions/question'
import { notThroughGateway } from './not-through-gateway.ts'

/** What commands that only read need of a hub; one behind a gateway has it too. */
export type ReadingHub = Pick<Hub, 'ask' | 'export' | 'lacksOf' | 'renderReport'>

/** A hub behind a gateway, to read from as from one that is open here: lists without a limit come whole. */
export function remoteHub(at: ClientOptions): ReadingHub {
  const client = createClient(at)
  const ask = async (question: Question, asked: Readonly<Record<string, unknown>>) => {
    if (!isRemote(question)) throw notThroughGateway()
    const isWhole = 'after' in question.parameters.shape && asked.limit === undefined
    return isWhole ? wholeList(client, { question, asked }) : client.ask(question, asked)
  }
  return {
    ask: ask as Hub['ask'],
    export: (one, asked, { format }) =>
      exportPieces(Promise.resolve(openedFrom(client.export(one, asked))), {
        record: one.answer,
        format,
      }),
    renderReport: async (report, format) => {
      const { renderReport } = await import('@cchc/hub')
      return renderReport(report, format)
    },
    lacksOf: ({ provenance }) => ({
      missing: provenance?.missing ?? [],
      cautions: provenance?.cautions ?? [],
    }),
  }
}

/** What comes from a gateway, record by record, as an export of here. */
function openedFrom<Row>(records: AsyncGenerator<Row, ExportEnd>) {
  let end: ExportEnd | undefined
  async function* batches() {
    let batch: Row[] = []
    try {
      for (;;) {
        const { value, done } = await records.next()
        if (done) {
          end = value
          break
        }
        batch.push(value)
        if (batch.length < LARGEST_PAGE) continue
        yield batch
        batch = []
      }
      yield batch
    } finally {
      await records.return({} as never)
    }
  }
  const facts = () => {
    if (!end) throw new RangeError('an export is told of before its end')
    const { whole: _whole, rows: _rows, sha256: _sha256, ...told } = end
    return told
  }
  return { batches: batches(), facts }
}

const LARGEST_PAGE = 1000

interface Page {
  readonly items: readonly unknown[]
  readonly next: string | null
}

async function wholeList(
  client: Client,
  { question, asked }: { readonly question: RemoteQuestion; readonly asked: object },
): Promise<Page> {
  const items: unknown[] = []
  let after: string | undefined
  for (;;) {
    const part = { ...asked, after, limit: LARGEST_PAGE }
    const page = (await client.ask(question, part)) as Page
    items.push(...page.items)
    if (page.next === null) return { items, next: null }
    after = page.next
  }
}
