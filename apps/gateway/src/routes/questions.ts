import type { Hub } from '@cchc/hub'
import { QUESTIONS } from '@cchc/hub/questions/all'
import type { Question } from '@cchc/hub/questions/question'
import { report } from '@cchc/hub/questions/report'
import type { Context } from 'hono'
import type { z } from 'zod'
import type { Answerer, Asking } from '../answering/answer.ts'
import { languageOf, wordsIn } from '../language.ts'
import { PAGE_SIZE, readCursor, writeCursor } from '../paging.ts'
import { type AskedByHttp, describedBy, inQuery, type Route } from '../route.ts'

/** A route for every question that has a path; reports have one of their own, for they are files as well, and so has what takes files. */
export function questionRoutes(hub: Hub, answerer: Answerer): readonly Route[] {
  return QUESTIONS.flatMap((question) => {
    const { path } = question
    return path === undefined || question === report || question.files
      ? []
      : [routeOf({ hub, answerer }, question, path)]
  })
}

function routeOf(
  { hub, answerer }: { readonly hub: Hub; readonly answerer: Answerer },
  question: Question,
  path: string,
): Route {
  const described = describedBy(question, path)
  const query = inQuery(question.parameters, path)
  const isPaged = 'after' in query.shape
  return {
    ...described,
    method: 'get',
    dated: question.takesLong === true,
    query: isPaged ? withPageSize(query) : query,
    handle: async (asked, context) => {
      const language = languageOf(context)
      context.header('Content-Language', language)
      context.header('Vary', 'Accept-Language', { append: true })
      if (question.takesLong) return sendLong(answerer, { path, asked, language }, context)
      const words = await wordsIn(language)
      const answer = (own: AskedByHttp) => hub.ask(question, own, words) as Promise<object>
      return context.json(isPaged ? await pageOf(listOf(path), asked, answer) : await answer(asked))
    },
  }
}

async function sendLong(answerer: Answerer, asking: Asking, context: Context): Promise<Response> {
  const bytes = await answerer.answer(asking, context.req.raw.signal)
  return context.body(Uint8Array.from(bytes), 200, { 'Content-Type': 'application/json' })
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
