import { type Client, type ClientOptions, createClient } from '@cchc/client'
import type { Hub } from '@cchc/hub'
import { isRemote, type Question, type RemoteQuestion } from '@cchc/hub/questions/question'
import { notThroughGateway } from './not-through-gateway.ts'

/** What commands that only read need of a hub; one behind a gateway has it too. */
export type ReadingHub = Pick<Hub, 'ask' | 'lacksOf' | 'renderReport'>

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
