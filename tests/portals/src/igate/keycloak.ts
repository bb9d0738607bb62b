import { http, type RequestHandler } from 'msw'
import { answerWithFaults } from '../faults.ts'
import type { IgateOptions } from './options.ts'
import { tokenAnswer } from './tokens.ts'

/** The realm of all these systems is called `digo`. */
export const TOKEN_PATH = '/auth/realms/digo/protocol/openid-connect/token'

/** The Keycloak in front of an iGate: its token endpoint, with the grants password and client_credentials. */
export function keycloakHandlers(options: IgateOptions): RequestHandler[] {
  return [
    http.post(options.loginUrl + (options.tokenPath ?? TOKEN_PATH), async ({ request }) => {
      const form = new URLSearchParams(await request.clone().text())
      return answerWithFaults(options.faults, request, () =>
        isRight(form, request, options) ? tokenAnswer(options) : refusal(form),
      )
    }),
  ]
}

function isRight(form: URLSearchParams, request: Request, options: IgateOptions): boolean {
  const { clientId, clientSecret, username, password } = options
  if (form.get('grant_type') === 'password') {
    const wanted = { client_id: clientId, username, password }
    return Object.entries(wanted).every(([name, value]) => form.get(name) === value)
  }
  if (form.get('grant_type') !== 'client_credentials') return false
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  const inForm = form.get('client_id') === clientId && form.get('client_secret') === clientSecret
  return inForm || request.headers.get('authorization') === `Basic ${basic}`
}

function refusal(form: URLSearchParams): Response {
  const isPassword = form.get('grant_type') === 'password'
  const error = isPassword ? 'invalid_grant' : 'unauthorized_client'
  return Response.json({ error, error_description: 'Invalid credentials' }, { status: 401 })
}
