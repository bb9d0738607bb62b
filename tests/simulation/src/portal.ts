import type { Attempt, HttpRequest } from '@cchc/connector-kit'
import {
  expiredSession,
  nationalHandlers,
  type OpenCpsQuirks,
  openCpsHandlers,
  type PagingFault,
  WRONG_CLOCKS,
} from '@cchc/portals'
import type { RequestHandler } from 'msw'
import type { Fault } from './faults/define-fault.ts'
import { overridden } from './overridden.ts'
import type { Province } from './province.ts'

export const SOURCES = ['one-stop', 'national'] as const
export type SourceId = (typeof SOURCES)[number]

/** How a portal pages and what it states, until it is mended. */
export interface Mood {
  readonly paging?: PagingFault | undefined
  readonly quirks?: OpenCpsQuirks | undefined
  /** The wrong clock by which it dates its answers. */
  readonly clock?: keyof typeof WRONG_CLOCKS
  /** What it hands out as its procedures instead of them. */
  readonly procedures?: 'empty' | 'few' | 'nameless'
}

/** A fault that waits for its exchanges. */
export interface ComingFault {
  readonly fault: Fault
  /** Exchanges that still go well. */
  after: number
  /** Exchanges that it then spoils. */
  count: number
}

export const LOGIN = {
  username: 'hub',
  password: 'secret',
  groupId: '42',
  unitCode: '000.00.00.H99',
}

/** One simulated portal: its handlers answer in process, and faults come between. */
export class Portal {
  readonly baseUrl: string
  readonly coming: ComingFault[] = []
  readonly #source: SourceId
  readonly #province: Province
  #mood: Mood = {}
  #moodEnds = Number.POSITIVE_INFINITY
  #isForgetful = false
  #answers = 0
  #kept: { readonly handlers: readonly RequestHandler[]; readonly version: number } | undefined

  constructor(source: SourceId, province: Province) {
    this.#source = source
    this.#province = province
    this.baseUrl = `http://${source}.example`
  }

  /** Behaves in another way until then. */
  behave(mood: Mood, until: number): void {
    this.#mood = mood
    this.#moodEnds = until
    this.#kept = undefined
  }

  /** Behaves well from now on. */
  mend(): void {
    this.coming.length = 0
    this.behave({}, Number.POSITIVE_INFINITY)
  }

  /** The fault that spoils the exchange which begins now. */
  nextFault(): Fault | undefined {
    const [first] = this.coming
    if (first === undefined) return undefined
    if (first.after > 0) {
      first.after -= 1
      return undefined
    }
    first.count -= 1
    if (first.count <= 0) this.coming.shift()
    return first.fault
  }

  /** What a working portal answers; `forgetful` = to a caller whose session has ended. */
  async answer(request: HttpRequest, url: URL, forgetful = false): Promise<Attempt> {
    this.#isForgetful = forgetful
    if (this.#province.now > this.#moodEnds) this.behave({}, Number.POSITIVE_INFINITY)
    const asked = new Request(url, requestInit(request))
    const place = `${url.origin}${url.pathname}`
    for (const handler of this.#handlers()) {
      if (!('path' in handler.info) || handler.info.path !== place) continue
      const response = await (handler as unknown as Answering).resolver({ request: asked })
      if (response instanceof Response) return answered(response, this.#date())
    }
    throw new RangeError(`the simulated portal has nothing at ${url.pathname}`)
  }

  /** The Date of the next answer. */
  #date(): string {
    const { clock } = this.#mood
    const { now } = this.#province
    this.#answers += 1
    return clock ? WRONG_CLOCKS[clock](now, this.#answers) : new Date(now).toUTCString()
  }

  #handlers(): readonly RequestHandler[] {
    const version = this.#province.catalogueVersion
    if (this.#kept?.version !== version) this.#kept = { handlers: this.#build(), version }
    return this.#kept.handlers
  }

  #build(): readonly RequestHandler[] {
    const { paging, quirks, procedures } = this.#mood
    const world = procedures ? withProcedures(this.#province, procedures) : this.#province
    const next = () => (this.#isForgetful ? expiredSession() : undefined)
    const options = { baseUrl: this.baseUrl, ...LOGIN, faults: { next }, paging }
    return this.#source === 'one-stop'
      ? openCpsHandlers(world, { ...options, quirks })
      : nationalHandlers(world, options)
  }
}

/** A handler without the interception around it, which costs as much as the handler itself. */
interface Answering {
  resolver(asked: { readonly request: Request }): unknown
}

function withProcedures(province: Province, kind: NonNullable<Mood['procedures']>): Province {
  const procedures = province.procedures.map((one, at) =>
    at % 2 === 0 ? { ...one, name: '' } : one,
  )
  const shown = { empty: [], few: province.procedures.slice(0, 1), nameless: procedures }
  return overridden(province, { procedures: shown[kind] })
}

function requestInit({ method = 'GET', headers, json, form }: HttpRequest): RequestInit {
  const body = form ? new URLSearchParams(form).toString() : JSON.stringify(json)
  return { method, headers: { accept: 'application/json', ...headers }, body: body ?? null }
}

async function answered(response: Response, date: string): Promise<Attempt> {
  const body = new Uint8Array(await response.arrayBuffer())
  const headers = { ...Object.fromEntries(response.headers), date }
  return { kind: 'answered', answer: { status: response.status, headers, body } }
}
