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

/** Who answers: `answerer` what takes long, `doer` what takes moments, the hub itself what takes less. */
interface Answering {
  readonly hub: Hub
  readonly answerer: Answerer
  readonly doer: Answerer
}

/** A route for every question that has a path; reports have one of their own, for they are files as well, and so has what takes files. */
export function questionRoutes(answering: Answering): readonly Route[] {
  return QUESTIONS.flatMap((question) => {
    const { path } = question
    return path === undefined || question === report || question.files
      ? []
      : [routeOf(answering, question, path)]
  })
}

function routeOf(answering: Answering, question: Question, path: string): Route {
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
      const asking = { path, asked, language }
      if (isPaged) {
        const answer = await pageOf(listOf(path), asked, (own) =>
          answerTo(answering, question, { asking: { ...asking, asked: own }, context }),
        )
        return context.json(answer)
      }
      const elsewhere = elsewhereFor(question, answering)
      if (elsewhere) return send(elsewhere, asking, context)
      return context.json(await answerTo(answering, question, { asking, context }))
    },
  }
}

function elsewhereFor(
  { takesLong, takesMoments }: Question,
  { answerer, doer }: Answering,
): Answerer | undefined {
  return takesLong ? answerer : takesMoments ? doer : undefined
}

async function answerTo(
  answering: Answering,
  question: Question,
  { asking, context }: { readonly asking: Asking; readonly context: Context },
): Promise<object> {
  const elsewhere = elsewhereFor(question, answering)
  if (elsewhere) {
    const bytes = await elsewhere.answer(asking, context.req.raw.signal)
    return JSON.parse(new TextDecoder().decode(bytes)) as object
  }
  const words = await wordsIn(asking.language)
  return (await answering.hub.ask(question, asking.asked, words)) as object
}

async function send(answerer: Answerer, asking: Asking, context: Context): Promise<Response> {
  const bytes = await answerer.answer(asking, context.req.raw.signal)
  return context.body(bytes, 200, { 'Content-Type': 'application/json' })
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
