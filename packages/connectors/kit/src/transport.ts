import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import axios, { type AxiosRequestConfig } from 'axios'
import type { HttpRequest, HttpResponse } from './io.ts'

/** What came of one attempt. Failures are words and a system error code, never an error object of the HTTP client. */
export type Attempt =
  | { readonly kind: 'answered'; readonly response: HttpResponse; readonly bytes: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'too-large' }

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
  const agents = { keepAlive: true, maxSockets: options.concurrency }
  const client = axios.create({
    httpAgent: new HttpAgent(agents),
    httpsAgent: new HttpsAgent(agents),
    maxContentLength: options.maxBytes,
    maxRedirects: 0,
    responseType: 'arraybuffer',
    transformResponse: [],
    validateStatus: () => true,
  })
  return async (request, url) => {
    const deadline = AbortSignal.timeout(options.timeoutMs)
    try {
      const answer = await client.request<Buffer>({
        ...axiosRequest(request, url, options.userAgent),
        signal: AbortSignal.any([options.signal, deadline]),
      })
      const body = answer.data.toString('utf8')
      const headers = Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
      )
      return {
        kind: 'answered',
        response: { status: answer.status, headers, body },
        bytes: answer.data.byteLength,
      }
    } catch (thrown) {
      if (deadline.aborted) return { kind: 'failed', reason: 'no answer in time' }
      return failure(thrown)
    }
  }
}

function axiosRequest(request: HttpRequest, url: URL, userAgent: string): AxiosRequestConfig {
  const form = request.form && new URLSearchParams(request.form).toString()
  const contentType = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded'
  const hasBody = form !== undefined || request.json !== undefined
  return {
    method: request.method ?? 'GET',
    url: url.href,
    data: form ?? (request.json === undefined ? undefined : JSON.stringify(request.json)),
    headers: {
      Accept: 'application/json',
      ...(hasBody ? { 'Content-Type': contentType } : {}),
      ...request.headers,
      'User-Agent': userAgent,
    },
  }
}

function failure(thrown: unknown): Attempt {
  const { code, message } = thrown as { code?: string; message?: string }
  if (message?.startsWith('maxContentLength')) return { kind: 'too-large' }
  return { kind: 'failed', reason: code ?? 'connection lost' }
}
