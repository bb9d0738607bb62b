import type { Http, HttpRequest } from '@cchc/connector-kit'
import type { AppError } from '@cchc/domain'

/** One call of a reading service. */
export interface ServiceCall {
  readonly endpoint: 'share' | 'integration'
  readonly service: string
  readonly parameters?: Readonly<Record<string, string>>
}

/** How calls reach the adapter: directly or through a relay. */
export interface Line {
  readonly http: Http
  request(call: ServiceCall): HttpRequest<'text'>
  /** What is thrown where an answer says that a session is gone. */
  lost(call: ServiceCall): AppError
}
