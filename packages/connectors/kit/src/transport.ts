import { type CertificateFault, certificateFault, type Message, messageOf, say } from '@cchc/domain'
import type { AxiosInstance, AxiosRequestConfig } from 'axios'
import type { HttpRequest, HttpResponse } from './io.ts'

/** What came of one attempt. Failures are words and a system error code, never an error object of the HTTP client. */
export type Attempt =
  | { readonly kind: 'answered'; readonly answer: RawAnswer }
  | { readonly kind: 'failed'; readonly reason: Message }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'untrusted'; readonly fault: CertificateFault }

/** An answer before its bytes become text. Header names are lower case. */
export interface RawAnswer extends Pick<HttpResponse, 'status' | 'headers'> {
  readonly body: Uint8Array
}

export interface TransportOptions {
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly concurrency: number
  readonly userAgent: string
  readonly signal: AbortSignal
}

export type Transport = (request: HttpRequest, url: URL) => Promise<Attempt>

/** Sends single requests over kept-alive connections; never throws for what a portal does. */
export function createTransport(options: TransportOptions): Transport {
  let client: Promise<AxiosInstance> | undefined
  return async (request, url) => {
    client ??= openClient(options)
    const http = await client
    const { timeoutMs = options.timeoutMs } = request
    const deadline = AbortSignal.timeout(Math.min(timeoutMs, options.timeoutMs))
    try {
      const answer = await http.request<Buffer>({
        ...wireRequest(request, url, options.userAgent),
        signal: AbortSignal.any([options.signal, deadline]),
      })
      const headers = Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
      )
      return { kind: 'answered', answer: { status: answer.status, headers, body: answer.data } }
    } catch (thrown) {
      if (deadline.aborted) return { kind: 'failed', reason: say('no answer in time') }
      return failure(thrown)
    }
  }
}

/** Loaded by the first request: the HTTP client takes longer to load than most commands take to run. */
async function openClient({ concurrency, maxBytes }: TransportOptions): Promise<AxiosInstance> {
  const [http, https, { default: axios }] = await Promise.all([
    import('node:http'),
    import('node:https'),
    import('axios'),
  ])
  const agents = { keepAlive: true, maxSockets: concurrency }
  return axios.create({
    httpAgent: new http.Agent(agents),
    httpsAgent: new https.Agent(agents),
    maxContentLength: maxBytes,
    maxRedirects: 0,
    responseType: 'arraybuffer',
    transformRequest: [],
    transformResponse: [],
    validateStatus: () => true,
  })
}

/** What goes over the wire: method, address, body and headers. */
export function wireRequest(request: HttpRequest, url: URL, userAgent: string) {
  const { method = 'GET', sign } = request
  const body = bodyOf(request)
  const data = body?.content
  return {
    method,
    url: url.href,
    data,
    headers: {
      Accept: 'application/json',
      ...(body ? { 'Content-Type': body.type } : {}),
      ...request.headers,
      ...sign?.({ method, path: `${url.pathname}${url.search}`, body: data ?? '' }),
      'User-Agent': userAgent,
    },
  } satisfies AxiosRequestConfig
}

function bodyOf({ json, form, xml, raw }: HttpRequest): HttpRequest['raw'] {
  if (form) {
    const content = new URLSearchParams(form).toString()
    return { type: 'application/x-www-form-urlencoded', content }
  }
  if (xml !== undefined) return { type: 'application/xml; charset=utf-8', content: xml }
  if (json !== undefined) return { type: 'application/json', content: JSON.stringify(json) }
  return raw
}

function failure(thrown: unknown): Attempt {
  const { code, message } = thrown as { code?: string; message?: string }
  if (message?.startsWith('maxContentLength')) return { kind: 'too-large' }
  if (code === undefined) return { kind: 'failed', reason: say('connection lost') }
  const fault = certificateFault({ code, message: message ?? '' })
  if (fault) return { kind: 'untrusted', fault }
  return { kind: 'failed', reason: KNOWN_CODES[code] ?? messageOf(code) }
}

/** What the system says of a connection. */
const KNOWN_CODES: Readonly<Record<string, Message>> = {
  ECONNREFUSED: say('ECONNREFUSED'),
  ECONNRESET: say('ECONNRESET'),
  ENOTFOUND: say('ENOTFOUND'),
  ETIMEDOUT: say('ETIMEDOUT'),
}
