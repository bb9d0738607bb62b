import { type Message, say } from '@cchc/domain'

interface RefusalKind {
  readonly status: 401 | 405 | 409 | 413 | 415 | 421 | 422 | 429 | 503 | 504
  readonly title: Message
  readonly detail: Message
  readonly fix: Message
  readonly headers?: Readonly<Record<string, string>>
  /** What it says stands in its cause. */
  readonly tellsCause?: true
}

/** How large the body of a request may be, in bytes. */
export const MOST_BODY = 1_000_000

/** What the gateway itself refuses, by the code of its problem document. */
export const REFUSALS = {
  unauthorised: {
    status: 401,
    title: say('An API key is needed'),
    detail: say('The request carries no API key, or a wrong one.'),
    fix: say('Send the header "Authorization: Bearer KEY".'),
    headers: { 'WWW-Authenticate': 'Bearer realm="cchc"' },
  },
  token_wrong: {
    status: 401,
    title: say('The token is not accepted'),
    detail: say(
      'The token is not of the issuer that this hub knows, not for this hub, not yet good, or does not say who sends it.',
    ),
    fix: say('Log in again at the configured issuer, for the audience that the hub is known by.'),
    headers: { 'WWW-Authenticate': 'Bearer realm="cchc", error="invalid_token"' },
  },
  token_expired: {
    status: 401,
    title: say('The token has expired'),
    detail: say('The token was good, and its time is over.'),
    fix: say('Get a new one from the issuer; where it is new, compare the clocks.'),
    headers: { 'WWW-Authenticate': 'Bearer realm="cchc", error="invalid_token"' },
  },
  issuer_down: {
    status: 503,
    title: say('Tokens cannot be checked now'),
    detail: say('The keys of the issuer cannot be had, so that no token can be checked.'),
    fix: say('Ask again as the header Retry-After says, or with a key of the hub.'),
  },
  misdirected: {
    status: 421,
    title: say('Not this host'),
    detail: say('Without an API key the gateway answers only under a loopback name.'),
    fix: say('Use http://127.0.0.1 or http://localhost, or configure an API key.'),
  },
  wrong_keys: {
    status: 429,
    title: say('Too many wrong keys'),
    detail: say(
      'Too many wrong keys came from this address, and this one is wrong, or was sent too soon after another one.',
    ),
    fix: say(
      'Send the right key. One that cchc keys made is looked at at once, any other once a second.',
    ),
  },
  too_many_requests: {
    status: 429,
    title: say('Too many requests'),
    detail: say('This key has asked as often as it may within a minute.'),
    fix: say('Wait as the header Retry-After says; RateLimit tells in each answer what is left.'),
  },
  method_not_allowed: {
    status: 405,
    title: say('Not with this method'),
    detail: say('What is at this path does not take that method.'),
    fix: say('Use a method that the header Allow names.'),
  },
  body_too_large: {
    status: 413,
    title: say('The body is too large'),
    detail: say('The body of the request is longer than {size} MB.', { size: MOST_BODY / 1e6 }),
    fix: say('Send one figure with its note; files are sent to /v1/indicators/import.'),
  },
  inbox_key: {
    status: 401,
    title: say('The key of the source is needed'),
    detail: say('No source that sends by itself has this id and this key.'),
    fix: say(
      'Send the key that the configuration of the source holds, in the header that its connector names.',
    ),
    headers: { 'WWW-Authenticate': 'Bearer realm="cchc inbox"' },
  },
  inbox_too_large: {
    status: 413,
    title: say('The body is too large'),
    detail: say('The body of the request is longer than this source may send at once.'),
    fix: say('Send it in parts, or raise push.maxMegabytes of the source. Nothing was stored.'),
  },
  inbox_busy: {
    status: 503,
    title: say('Too much is being sent'),
    detail: say('Other bodies that are being received leave no room for this one.'),
    fix: say('Send it again in some seconds, as the header Retry-After says. Nothing was stored.'),
    headers: { 'Retry-After': '10' },
  },
  file_too_large: {
    status: 413,
    title: say('The file is too large'),
    detail: say('The files of the request are larger than a report can be.'),
    fix: say('Save only the sheet with the table, as a file of its own. Nothing was stored.'),
  },
  file_media_type: {
    status: 415,
    title: say('Not this media type'),
    detail: say(
      'The body of the request is neither a form with files nor a file of a known media type.',
    ),
    fix: say(
      'Send multipart/form-data, or one file with the media type of a spreadsheet, text/csv, application/json or application/octet-stream.',
    ),
  },
  file_refused: {
    status: 422,
    title: say('The file cannot be taken'),
    detail: say(
      'What was sent is no file that can be read, or what it holds cannot be used as it is.',
    ),
    fix: say('The field `fix` says what to do next; `faults` names every fault.'),
    tellsCause: true,
  },
  media_type: {
    status: 415,
    title: say('Not this media type'),
    detail: say('The body of the request is not said to be JSON.'),
    fix: say('Send well-formed JSON in UTF-8 with the header Content-Type: application/json.'),
  },
  key_underway: {
    status: 409,
    title: say('The request is being done'),
    detail: say('A request with this Idempotency-Key was sent before, and is not answered yet.'),
    fix: say('Send the same again in some seconds, as the header Retry-After says.'),
    headers: { 'Retry-After': '5' },
  },
  key_reused: {
    status: 422,
    title: say('The key stands for another request'),
    detail: say('This Idempotency-Key was sent within a day with another body.'),
    fix: say('Send a new key with a new request, and the same one only with the same body.'),
  },
  syncs_busy: {
    status: 503,
    title: say('Too many syncs'),
    detail: say('As many syncs as this gateway runs at once are going on, or it is about to end.'),
    fix: say('Ask again as the header Retry-After says. Nothing was begun.'),
    headers: { 'Retry-After': '30' },
  },
  streams_busy: {
    status: 429,
    title: say('Too many open streams'),
    detail: say('This key, or all together, have as many streams of events open as they may.'),
    fix: say('Close one, or ask for the run itself now and then.'),
    headers: { 'Retry-After': '30' },
  },
  exports_busy: {
    status: 429,
    title: say('Too many exports'),
    detail: say('This key, or all together, have as many exports open as they may.'),
    fix: say('Wait for one to end, and ask again as the header Retry-After says.'),
    headers: { 'Retry-After': '30' },
  },
  busy: {
    status: 503,
    title: say('Too much is being asked'),
    detail: say('Too many long questions are waiting already.'),
    fix: say('Ask again in some seconds, as the header Retry-After says.'),
    headers: { 'Retry-After': '10' },
  },
  gone: {
    status: 503,
    title: say('Interrupted'),
    detail: say('The client went before it was answered.'),
    fix: say('Ask again.'),
  },
  too_long: {
    status: 504,
    title: say('It takes too long'),
    detail: say('The question was given up because it took too long.'),
    fix: say('Ask for a shorter period, or for one organisation.'),
  },
} as const satisfies Readonly<Record<string, RefusalKind>>

export type RefusalCode = keyof typeof REFUSALS

/** A request that the gateway refuses before or instead of asking the hub; a `cause` is for the log. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly headers: Readonly<Record<string, string>>

  constructor(code: RefusalCode, headers: Readonly<Record<string, string>> = {}, cause?: unknown) {
    super(code, { cause })
    this.code = code
    this.headers = headers
  }
}
