import {
  type AppError,
  type ErrorCode,
  say,
  toAppError,
  UsageError,
  writtenFaults,
} from '@cchc/domain'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'

/** RFC 9457. `code` is stable; `fix` says what to do next; `faults` names every fault of the input. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    fix: z.string().optional(),
    faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.output<typeof Problem>

type ProblemStatus = 400 | 401 | 404 | 409 | 421 | 500 | 502 | 503

interface Kind {
  readonly status: ProblemStatus
  readonly title: string
}

const KINDS: Readonly<Record<ErrorCode, Kind>> = {
  usage_invalid: { status: 400, title: 'The request is wrong' },
  not_found: { status: 404, title: 'Not found' },
  run_conflict: { status: 409, title: 'Another run is going on' },
  config_invalid: { status: 500, title: 'The configuration cannot be used' },
  unexpected: { status: 500, title: 'Unexpected failure' },
  portal_changed: { status: 502, title: 'The portal answered in an unknown shape' },
  portal_denied: { status: 502, title: 'The portal refused us' },
  portal_unavailable: { status: 502, title: 'The portal did not answer' },
  snapshot_suspicious: { status: 502, title: 'The portal sent too little' },
  portal_throttled: { status: 503, title: 'The portal asked us to slow down' },
  run_interrupted: { status: 503, title: 'Interrupted' },
  store_failed: { status: 503, title: 'The database cannot be used' },
}

/** Turns any failure into a problem document; an unexpected one keeps its words to itself. */
export function problemResponse(context: Context, thrown: unknown): Response {
  const error = toAppError(isUnreadableBody(thrown) ? unreadableBody() : thrown)
  const { status, title } = KINDS[error.code]
  const body = { ...described(error), status, title, instance: context.req.path }
  return sendProblem(context, body)
}

function isUnreadableBody(thrown: unknown): boolean {
  return thrown instanceof HTTPException && thrown.status === 400
}

function unreadableBody(): UsageError {
  return new UsageError(say('The body of the request cannot be read.'), {
    fix: say('Send well-formed JSON with the header Content-Type: application/json.'),
  })
}

/** What a request without a valid key is told. */
export function unauthorised(context: Context): Response {
  context.header('WWW-Authenticate', 'Bearer realm="cchc"')
  return sendProblem(context, {
    type: typeOf('unauthorised'),
    code: 'unauthorised',
    title: 'An API key is needed',
    status: 401,
    detail: 'The request carries no API key, or a wrong one.',
    instance: context.req.path,
    fix: 'Send the header "Authorization: Bearer KEY".',
  })
}

/** What a request under a foreign host name is told: a web page must not reach a gateway without a key. */
export function misdirected(context: Context): Response {
  return sendProblem(context, {
    type: typeOf('misdirected'),
    code: 'misdirected',
    title: 'Not this host',
    status: 421,
    detail: 'Without an API key the gateway answers only under a loopback name.',
    instance: context.req.path,
    fix: 'Use http://127.0.0.1 or http://localhost, or configure an API key.',
  })
}

function described(error: AppError) {
  const hidden = error.code === 'unexpected'
  const faults = writtenFaults(error.faults)
  return {
    type: typeOf(error.code),
    code: error.code,
    detail: hidden ? 'The gateway failed; its log says more.' : error.message,
    ...(error.fix === undefined || hidden ? {} : { fix: error.fix }),
    ...(faults.length === 0 ? {} : { faults }),
  }
}

function typeOf(code: string): string {
  return `urn:cchc:problem:${code}`
}

function sendProblem(context: Context, problem: Problem & { readonly status: ProblemStatus }) {
  return context.json(problem, problem.status, { 'Content-Type': 'application/problem+json' })
}
