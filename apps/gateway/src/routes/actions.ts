import { ACTIONS } from '@cchc/hub/actions/all'
import type { Action } from '@cchc/hub/questions/question'
import type { Answerer } from '../answering/answer.ts'
import { describedBy, type Route, some } from '../route.ts'

/** A route for every action that HTTP can tell the hub to do; what takes files has one of its own. */
export function actionRoutes(doer: Answerer): readonly Route[] {
  return ACTIONS.flatMap((action) => {
    const { http } = action
    return http && !http.files ? [routeOf(doer, action, http)] : []
  })
}

/** What was told is done, whether or not its client waits for it. */
function routeOf(doer: Answerer, action: Action, http: NonNullable<Action['http']>): Route {
  const { path, method } = http
  return {
    ...describedBy(action, path),
    method,
    query: some(action.parameters, http.query),
    body: some(action.parameters, http.body),
    handle: async (asked, context) => {
      const never = new AbortController().signal
      const bytes = await doer.answer({ path, asked, language: 'en' }, never)
      return context.body(bytes, 200, { 'Content-Type': 'application/json' })
    },
  }
}
