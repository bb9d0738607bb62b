import { type ErrorCode, type Message, say } from '@cchc/domain'
import { REFUSALS } from './refusal.ts'

/** What a code of a problem document stands for. */
export interface ProblemKind {
  readonly status:
    | 400
    | 401
    | 403
    | 404
    | 405
    | 409
    | 413
    | 415
    | 421
    | 422
    | 429
    | 500
    | 502
    | 503
    | 504
  readonly title: Message
  /** What it means, whatever was asked. */
  readonly detail: Message
  readonly fix: Message
}

const SEE_FIX = say('The field `fix` says what to do next; `faults` names every fault.')
const ASK_OPERATOR = say('Whoever runs the hub finds more in its log, by the id of the request.')
const LATER = say('Ask again later; cchc doctor shows what is wrong.')

/** What the hub itself can answer with, by the code of its error. */
export const KINDS: Readonly<Record<ErrorCode, ProblemKind>> = {
  usage_invalid: {
    ...{ status: 400, title: say('The request is wrong'), fix: SEE_FIX },
    detail: say('A parameter or the body cannot be used as it is.'),
  },
  not_found: {
    ...{ status: 404, title: say('Not found'), fix: SEE_FIX },
    detail: say('Nothing has that name; near names are in the field `fix`.'),
  },
  access_denied: {
    ...{ status: 403, title: say('Not allowed'), fix: SEE_FIX },
    detail: say('The key is good, but has not this scope, or is bound to other organisations.'),
  },
  run_conflict: {
    ...{ status: 409, title: say('Another run is going on') },
    detail: say('Somebody else is changing the same thing now.'),
    fix: say('Ask again when that has ended.'),
  },
  config_invalid: {
    ...{ status: 500, title: say('The configuration cannot be used'), fix: ASK_OPERATOR },
    detail: say('What the configuration says cannot be used as it is.'),
  },
  gateway_failed: {
    ...{ status: 502, title: say('The other gateway did not answer'), fix: LATER },
    detail: say('A gateway that this one asks cannot be reached, or answered what it may not.'),
  },
  machine_refused: {
    ...{ status: 500, title: say('The machine refused'), fix: ASK_OPERATOR },
    detail: say('What keeps the services of the machine is not there, or refused.'),
  },
  unexpected: {
    ...{ status: 500, title: say('Unexpected failure'), fix: ASK_OPERATOR },
    detail: say('The gateway failed; its log says more.'),
  },
  portal_changed: {
    ...{ status: 502, title: say('The portal answered in an unknown shape'), fix: LATER },
    detail: say('What a portal sends is not what its connector knows.'),
  },
  portal_denied: {
    ...{ status: 502, title: say('The portal refused us'), fix: LATER },
    detail: say('A portal does not take the account of the hub.'),
  },
  portal_unavailable: {
    ...{ status: 502, title: say('The portal did not answer'), fix: LATER },
    detail: say('A portal cannot be reached.'),
  },
  snapshot_suspicious: {
    ...{ status: 502, title: say('The portal sent too little'), fix: LATER },
    detail: say('A portal sent so little that it takes the place of nothing.'),
  },
  portal_throttled: {
    ...{ status: 503, title: say('The portal asked us to slow down'), fix: LATER },
    detail: say('A portal takes no more requests for now.'),
  },
  run_interrupted: {
    ...{ status: 503, title: say('Interrupted'), fix: say('Ask again.') },
    detail: say('It was stopped before it had ended.'),
  },
  store_failed: {
    ...{ status: 503, title: say('The database cannot be used'), fix: LATER },
    detail: say('The database cannot be read or written now.'),
  },
}

/** Everything that a problem document can say, by its code. */
export const PROBLEM_KINDS: Readonly<Record<string, ProblemKind>> = { ...KINDS, ...REFUSALS }
