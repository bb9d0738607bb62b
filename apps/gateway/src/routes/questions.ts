import type { Hub } from '@cchc/hub'
import { QUESTIONS } from '@cchc/hub/questions/all'
import type { Question } from '@cchc/hub/questions/question'
import { report } from '@cchc/hub/questions/report'
import type { z } from 'zod'
import { PAGE_SIZE, readCursor, writeCursor } from '../paging.ts'
import { type AskedByHttp, describedBy, inQuery, type Route } from '../route.ts'

/** A route for every question that has a path; reports have one of their own, for they are files as well. */
export function questionRoutes(hub: Hub): readonly Route[] {
  return QUESTIONS.flatMap((question) => {
    const { path } = question
    return path === undefined || question === report ? [] : [routeOf(hub, question, path)]
  })
}

function routeOf(hub: Hub, question: Question, path: string): Route {
  const described = describedBy(question, path)
  const query = inQuery(question.parameters, path)
  const isPaged = 'after' in query.shape
  const answer = (asked: AskedByHttp) => hub.ask(question, asked) as Promise<object>
  return {
    ...described,
    method: 'get',
    query: isPaged ? withPageSize(query) : query,
    handle: async (asked, context) =>
      context.json(isPaged ? await pageOf(listOf(path), asked, answer) : await answer(asked)),
  }
}

function withPageSize(query: z.ZodObject): z.ZodObject {
  const { limit } = query.shape as { limit: z.ZodOptional }
  return query.extend({ limit: limit.default(PAGE_SIZE) })
}

/** What cursors of a list are marked with. */
function listOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A page of a list; positions in it are told as cursors of that list. */
async function pageOf(
  list: string,
  { after, ...asked }: AskedByHttp,
  answer: (asked: AskedByHttp) => Promise<object>,
): Promise<object> {
  const from = typeof after === 'string' ? { after: readCursor(list, after) } : {}
  const page = (await answer({ ...asked, ...from })) as { readonly next: string | null }
  return { ...page, next: page.next === null ? null : writeCursor(list, page.next) }
}
