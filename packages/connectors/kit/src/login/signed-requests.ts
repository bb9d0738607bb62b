import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Http, SentRequest } from '../io.ts'
import type { LoginIo } from './logged-in.ts'
import { HeaderName } from './standing-login.ts'

/** How a configuration says by what and how requests are signed. */
export const RequestSigning = z.strictObject({
  keyId: z.string().min(1),
  secret: z.string().min(1).meta({ secret: true }),
  algorithm: z.enum(['sha256', 'sha512']).default('sha256'),
  encoding: z.enum(['hex', 'base64']).default('hex'),
  /** `http`: Thu, 15 Jan 2026 03:00:00 GMT; `iso`: 2026-01-15T03:00:00.000Z; `epoch`: milliseconds. */
  date: z.enum(['http', 'iso', 'epoch']).default('http'),
  headers: z
    .strictObject({
      key: HeaderName.default('X-Api-Key'),
      date: HeaderName.default('X-Date'),
      digest: HeaderName.default('X-Content-Digest'),
      signature: HeaderName.default('X-Signature'),
    })
    .prefault({}),
})
export type RequestSigning = z.output<typeof RequestSigning>

/**
 * HTTP whose requests are signed: the HMAC of method, path with query, date and digest of the body, a line each. Every
 * attempt is signed anew, since portals refuse old dates.
 */
export function signedRequests(
  signing: RequestSigning,
  { http, now }: Pick<LoginIo, 'http' | 'now'>,
): Http {
  const sign = (sent: SentRequest) => signatureOf(signing, sent, now())
  return { ...http, read: (request, parse) => http.read({ ...request, sign }, parse) }
}

function signatureOf(
  { keyId, secret, algorithm, encoding, date: form, headers }: RequestSigning,
  { method, path, body }: SentRequest,
  at: number,
): Record<string, string> {
  const date = DATES[form](at)
  const digest = createHash(algorithm).update(body).digest(encoding)
  const text = [method, path, date, digest].join('\n')
  const signature = createHmac(algorithm, secret).update(text).digest(encoding)
  const { key } = headers
  return {
    [key]: keyId,
    [headers.date]: date,
    [headers.digest]: digest,
    [headers.signature]: signature,
  }
}

const DATES: Readonly<Record<RequestSigning['date'], (at: number) => string>> = {
  http: (at) => new Date(at).toUTCString(),
  iso: (at) => new Date(at).toISOString(),
  epoch: String,
}
