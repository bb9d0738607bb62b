import { getResponse } from 'msw'
import { type IgateOptions, igateHandlers, TOKEN_PATH, type World } from '../src/index.ts'

export const access = {
  baseUrl: 'http://igate.test',
  loginUrl: 'http://sso.test',
  clientId: 'web-onegate',
  clientSecret: 'client-secret',
  username: 'cchc',
  password: 'pass-word',
}

/** What tests look at in the rows of a page. */
export interface IgatePage {
  readonly content: readonly {
    readonly id: string
    readonly code: string
    readonly updatedDate: string
    readonly dossierStatus: { readonly name: unknown }
    readonly procedure: { readonly translate: unknown }
    readonly currentTask?: unknown
  }[]
  readonly totalElements?: number
}

/** A simulated iGate in process, and a client that logs in. */
export function igate(world: World, options: Partial<IgateOptions> = {}) {
  const handlers = igateHandlers(world, { ...access, ...options })
  const ask = async (request: Request) => {
    const response = await getResponse(handlers, request)
    if (!response) throw new Error(`nothing answers ${request.url}`)
    return response
  }
  const login = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(
      new Request(access.loginUrl + TOKEN_PATH, {
        method: 'POST',
        headers,
        body: new URLSearchParams(form),
      }),
    )
  const { clientId, username, password } = access
  const token = async () => {
    const answer = await login({ grant_type: 'password', client_id: clientId, username, password })
    const { access_token } = (await answer.json()) as { readonly access_token: string }
    return access_token
  }
  const get = (path: string, authorization: string) =>
    ask(new Request(`${access.baseUrl}${path}`, { headers: { authorization } }))
  const json = async <T = IgatePage>(path: string) =>
    (await get(path, `bearer ${await token()}`)).json() as Promise<T>
  return { login, token, get, json }
}
