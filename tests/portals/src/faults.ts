import { seededRandom } from './world/random.ts'

/** One way in which a portal misbehaves on one request. */
export type Fault =
  | { readonly kind: 'delay'; readonly ms: number }
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  | { readonly kind: 'cut-body' }
  | { readonly kind: 'expired-session' }
  | { readonly kind: 'rewritten'; readonly rewrite: (response: Response) => Promise<Response> }

/** Decides, request by request, whether something goes wrong. */
export interface FaultPlan {
  next(request: Request): Fault | undefined
}

/** Answers late. */
const delayed = (ms: number): Fault => ({ kind: 'delay', ms })

/** 429; `retryAfter` is a header value: seconds or an HTTP date. */
export const throttled = (retryAfter: string): Fault => ({
  kind: 'answer',
  status: 429,
  headers: { 'retry-after': retryAfter, 'content-type': 'text/plain' },
  body: 'Too Many Requests',
})

/** A 5xx of a proxy in front of the portal. */
export const serverError = (status = 503): Fault => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'text/html' },
  body: `<html><body><h1>${status}</h1></body></html>`,
})

/** The page of a firewall or a login form, with status 200. */
export const htmlPage = (): Fault => ({
  kind: 'answer',
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><body>Hệ thống đang bảo trì</body></html>',
})

/** The right answer, broken off half-way. */
export const cutBody = (): Fault => ({ kind: 'cut-body' })

/** The portal has forgotten who is asking. */
export const expiredSession = (): Fault => ({ kind: 'expired-session' })

/** Faults of single requests by name. */
export const REQUEST_FAULTS = {
  slow: delayed(2000),
  throttled: throttled('2'),
  error: serverError(),
  html: htmlPage(),
  cut: cutBody(),
  expired: expiredSession(),
} as const satisfies Readonly<Record<string, Fault>>

/** Each of these faults on that share of the requests, the same ones for the same seed. */
export function sharesOf(faults: readonly Fault[], share: number, seed: number): FaultPlan {
  const random = seededRandom(seed)
  return { next: () => faults[Math.floor(random() / share)] }
}

/** Faults for single requests, counted from 1 over all requests that match. */
export function faultsAt(
  faults: Readonly<Record<number, Fault>>,
  matches: (request: Request) => boolean = () => true,
): FaultPlan {
  let count = 0
  return {
    next(request) {
      if (!matches(request)) return undefined
      count += 1
      return faults[count]
    },
  }
}

/** The same fault on every `nth` request. */
export function everyNth(nth: number, fault: Fault): FaultPlan {
  let count = 0
  return {
    next() {
      count += 1
      return count % nth === 0 ? fault : undefined
    },
  }
}

/** What a handler does without a fault; `expired` = answer as to a caller whose session has ended. */
export type Answer = (expired: boolean) => Response | Promise<Response>

/** Answers a request under a plan of faults. */
export async function answerWithFaults(
  faults: FaultPlan | undefined,
  request: Request,
  answer: Answer,
): Promise<Response> {
  const fault = faults?.next(request)
  if (fault === undefined) return answer(false)
  if (fault.kind === 'answer') {
    return new Response(fault.body, { status: fault.status, headers: fault.headers })
  }
  if (fault.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms))
  const response = await answer(fault.kind === 'expired-session')
  if (fault.kind === 'rewritten') return fault.rewrite(response)
  return fault.kind === 'cut-body' ? cut(response) : response
}

async function cut(response: Response): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer())
  let sent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) return controller.error(new Error('connection reset by the simulated portal'))
      sent = true
      controller.enqueue(whole.subarray(0, whole.length >> 1))
    },
  })
  const headers = new Headers(response.headers)
  headers.set('content-length', String(whole.length))
  return new Response(body, { status: response.status, headers })
}
