import { type CertificateFault, certificateFault, type Message, messageOf, say } from '@cchc/domain'
import type { AxiosInstance, AxiosRequestConfig } from 'axios'
import type { HttpRequest, HttpResponse } from './io.ts'
import { openNetwork, type Way } from './network.ts'
import type { Network } from './network-config.ts'

/** What came of one attempt. Failures are words and a system error code, never an error object of the HTTP client. */
export type Attempt =
  | { readonly kind: 'answered'; readonly answer: RawAnswer }
  | { readonly kind: 'failed'; readonly reason: Message }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'untrusted'; readonly fault: CertificateFault }
  | { readonly kind: 'proxy-refused'; readonly status: number }

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
  readonly network?: Network | undefined
}

export type Transport = (request: HttpRequest, url: URL) => Promise<Attempt>

/** Sends single requests over kept-alive connections; never throws for what a portal or a proxy does. */
export function createTransport(options: TransportOptions): Transport {
  let opened: Promise<Opened> | undefined
  return async (request, url) => {
    opened ??= open(options)
    const { client, wayTo } = await opened
    const { proxy, ...agents } = wayTo(url)
    const { timeoutMs = options.timeoutMs } = request
    const deadline = AbortSignal.timeout(Math.min(timeoutMs, options.timeoutMs))
    try {
      const answer = await client.request<Buffer>({
        ...wireRequest(request, url, options.userAgent),
        ...agents,
        signal: AbortSignal.any([options.signal, deadline]),
      })
      const headers = Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
      )
      return { kind: 'answered', answer: { status: answer.status, headers, body: answer.data } }
    } catch (thrown) {
      if (deadline.aborted) return { kind: 'failed', reason: say('no answer in time') }
      return failure(thrown, proxy)
    }
  }
}

interface Opened {
  readonly client: AxiosInstance
  readonly wayTo: (url: URL) => Way
}

/** Loaded by the first request: the HTTP client takes longer to load than most commands take to run. */
async function open({ concurrency, maxBytes, network = {} }: TransportOptions): Promise<Opened> {
  const [{ default: axios }, wayTo] = await Promise.all([
    import('axios'),
    openNetwork(network, { concurrency }),
  ])
  const client = axios.create({
    proxy: false,
    maxContentLength: maxBytes,
    maxRedirects: 0,
    responseType: 'arraybuffer',
    transformRequest: [],
    transformResponse: [],
    validateStatus: () => true,
  })
  return { client, wayTo }
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

function failure(thrown: unknown, proxy: string | undefined): Attempt {
  const { code, message } = thrown as { code?: string; message?: string }
  if (message?.startsWith('maxContentLength')) return { kind: 'too-large' }
  if (code === undefined) return { kind: 'failed', reason: say('connection lost') }
  const refusal = /^PROXY_HTTP_(\d+)$/.exec(code)?.[1]
  if (refusal !== undefined) return { kind: 'proxy-refused', status: Number(refusal) }
  const fault = certificateFault({ code, message: message ?? '' })
  if (fault) return { kind: 'untrusted', fault }
  if (proxy !== undefined && UNREACHABLE.has(code)) {
    return {
      kind: 'failed',
      reason: say('the proxy {proxy} cannot be reached ({code})', { proxy, code }),
    }
  }
  return { kind: 'failed', reason: KNOWN_CODES[code] ?? messageOf(code) }
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** What the system says of a connection. */
const KNOWN_CODES: Readonly<Record<string, Message>> = {
  ECONNREFUSED: say('ECONNREFUSED'),
  ECONNRESET: say('ECONNRESET'),
  ENOTFOUND: say('ENOTFOUND'),
  ETIMEDOUT: say('ETIMEDOUT'),
}
