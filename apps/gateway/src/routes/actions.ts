import type { Hub } from '@cchc/hub'
import { ACTIONS } from '@cchc/hub/actions/all'
import type { Action } from '@cchc/hub/questions/question'
import { describedBy, type Route, some } from '../route.ts'

/** A route for every action that HTTP can tell the hub to do; what takes files has one of its own. */
export function actionRoutes(hub: Hub): readonly Route[] {
  return ACTIONS.flatMap((action) => {
    const { http } = action
    return http && !http.files ? [routeOf(hub, action, http)] : []
  })
}

function routeOf(hub: Hub, action: Action, http: NonNullable<Action['http']>): Route {
  return {
    ...describedBy(action, http.path),
    method: http.method,
    query: some(action.parameters, http.query),
    body: some(action.parameters, http.body),
    handle: async (asked, context) => context.json((await hub.act(action, asked)) as object),
  }
}
