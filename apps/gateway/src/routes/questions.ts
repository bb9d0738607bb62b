import type { Hub } from '@cchc/hub/contract'
import { QUESTIONS } from '@cchc/hub/questions/all'
import type { Question } from '@cchc/hub/questions/question'
import { z } from 'zod'
import type { AskedByHttp, Route } from '../route.ts'

/** A route for every question that has a path. */
export function questionRoutes(hub: Hub): readonly Route[] {
  return QUESTIONS.flatMap((question) => {
    const { path } = question
    return path === undefined ? [] : [questionRoute(hub, { question, path })]
  })
}

function questionRoute(
  hub: Hub,
  { question, path }: { readonly question: Question; readonly path: string },
): Route {
  return {
    method: 'get',
    path,
    ...describedAs(question),
    ...partsOf(path, question),
    handle: async (asked, context) => context.json(await answerOf(hub, question, asked), 200),
  }
}

/** What the hub says; the schemas have said what it is. */
function answerOf(hub: Hub, question: Question, asked: AskedByHttp): Promise<object> {
  return hub.ask(question, asked) as Promise<object>
}

function describedAs({ tag = '', about, command, answer }: Question) {
  const same = 'Takes the same parameters as'
  const description = command && `${same} \`cchc ${command}\` and gives the same JSON.`
  return { tag, answer, summary: capitalised(about.en), ...(description && { description }) }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What stands in the path, and what in the query. */
function partsOf(path: string, { parameters }: Question) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  if (inPath.length === 0) return { query: parameters }
  const parts = Object.entries(parameters.shape)
  const some = (wanted: boolean) =>
    z.strictObject(Object.fromEntries(parts.filter(([name]) => inPath.includes(name) === wanted)))
  return { query: some(false), params: some(true) }
}
