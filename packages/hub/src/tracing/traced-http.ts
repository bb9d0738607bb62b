import type { Http } from '@cchc/connector-kit'
import type { Tracing } from './tracing.ts'

/** Requests to a portal as spans: how they ask, never what; a wait before one and its retries belong to it. */
export function tracedHttp({ span }: Pick<Tracing, 'span'>): (http: Http) => Http {
  return ({ read, ...http }) => ({
    ...http,
    read: (request, parse) =>
      span(
        {
          name: 'portal request',
          kind: 'client',
          facts: { 'http.request.method': request.method ?? 'GET' },
        },
        () => read(request, parse),
      ),
  })
}
