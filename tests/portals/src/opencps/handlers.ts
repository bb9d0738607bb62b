import { http, type RequestHandler } from 'msw'
import { answerWithFaults, type FaultPlan } from '../faults.ts'
import { createPaging, type PagingFault } from '../paging.ts'
import type { Divergence } from '../world/divergence.ts'
import { provinceView } from '../world/divergent-views.ts'
import { DossierIndex } from '../world/dossier-index.ts'
import type { World } from '../world/world.ts'
import { jsonPieces, sliceOf, totalXml, xmlPieces } from './dossier-page.ts'
import { BadParameter, dossierSearch, listKey } from './dossier-query.ts'
import { type OpenCpsQuirks, withDefaults } from './quirks.ts'
import { serviceJson, serviceXml } from './service-record.ts'
import { statisticsAnswer } from './statistics-handler.ts'
import { escapeXml } from './text.ts'

export interface OpenCpsOptions {
  readonly baseUrl: string
  readonly username: string
  readonly password: string
  readonly groupId: string
  readonly faults?: FaultPlan | undefined
  readonly quirks?: OpenCpsQuirks | undefined
  /** How its lists are paged wrongly; absent = not at all. */
  readonly paging?: PagingFault | undefined
  /** How its figures differ from the national portal's; absent = not at all. */
  readonly divergence?: Divergence | undefined
}

type Answer = (request: Request, query: URLSearchParams) => Response

/** A provincial one-stop system OpenCPS: services, dossiers and statistics under `baseUrl/o/rest`. */
export function openCpsHandlers(held: World, options: OpenCpsOptions): RequestHandler[] {
  const world = provinceView(held, options.divergence)
  const rest = `${options.baseUrl}/o/rest`
  const paging = createPaging(options.paging)
  const statistics = statisticsAnswer(world, paging)
  const route = (path: string, answer: Answer): RequestHandler =>
    http.get(`${rest}${path}`, ({ request }) =>
      answerWithFaults(options.faults, request, (expired) => {
        const refusal = expired ? unauthenticated(request) : refusalOf(request, options)
        return refusal ?? answered(request, answer)
      }),
    )
  return [
    route('/v2/serviceinfos', servicesAnswer(world, paging)),
    route('/v2/dossiers', dossiersAnswer(world, options, paging)),
    route('/statistics', (_, query) => statistics(query)),
  ]
}

function answered(request: Request, answer: Answer): Response {
  try {
    return answer(request, new URL(request.url).searchParams)
  } catch (error) {
    if (error instanceof BadParameter) return noContent(request, error.message)
    throw error
  }
}

function refusalOf(request: Request, options: OpenCpsOptions): Response | undefined {
  const expected = Buffer.from(`${options.username}:${options.password}`).toString('base64')
  if (request.headers.get('authorization') !== `Basic ${expected}`) return unauthenticated(request)
  if (request.headers.get('groupId') === options.groupId) return undefined
  return noContent(request, 'com.liferay.portal.kernel.exception.NoSuchGroupException')
}

/** Without a login the status is 203: a check for 2xx alone takes it for success. */
function unauthenticated(request: Request): Response {
  const error = { message: 'Non-authoritative information.', code: 203, description: '' }
  return errorAnswer(request, 203, error)
}

/** Whatever else goes wrong, server faults included. */
function noContent(request: Request, description: string): Response {
  return errorAnswer(request, 403, { message: 'No Content.', code: 403, description })
}

function errorAnswer(request: Request, status: number, error: Record<string, unknown>) {
  if (!wantsXml(request)) return Response.json(error, { status })
  const fields = Object.entries(error).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
  )
  return new Response(`<error>${fields.join('')}</error>`, { status, headers: XML })
}

const XML = { 'content-type': 'application/xml;charset=UTF-8' }
const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' }

function wantsXml(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('xml')
}

type ListPaging = ReturnType<typeof createPaging>

function servicesAnswer(world: World, paging: ListPaging): Answer {
  return (request, query) => {
    const start = Number(query.get('start') ?? 0)
    const end = Number(query.get('end') ?? 0)
    const domain = query.get('domain')
    const all = world.procedures.filter((each) => !domain || each.fieldCode === domain)
    const asked = end > 0 ? { start, end } : { start: 0, end: all.length }
    const served = paging(`services ${domain}`, { ...asked, count: all.length })
    const page = [...served.positions].flatMap((at) => all[at] ?? [])
    const { total } = served
    if (!wantsXml(request)) {
      const data = page.map((procedure) => serviceJson(procedure, world))
      return Response.json({ total, data })
    }
    const records = page.map((procedure) => serviceXml(procedure, world))
    return new Response(`<data>${totalXml(total)}${records.join('')}</data>`, { headers: XML })
  }
}

function dossiersAnswer(world: World, options: OpenCpsOptions, paging: ListPaging): Answer {
  const index = new DossierIndex(world)
  const quirks = withDefaults(options.quirks)
  let requests = 0
  return (request, query) => {
    const selection = index.select(dossierSearch(query))
    const slice = sliceOf(query, quirks, quirks.shiftPagesBy * requests)
    const count = selection.count === 0 ? 0 : selection.count + slice.shift
    const served = paging(`dossiers ${listKey(query)}`, { ...slice, count })
    const source = { world, selection, served, groupId: options.groupId, quirks }
    requests += 1
    return wantsXml(request)
      ? new Response(bodyOf(xmlPieces(source, slice)), { headers: XML })
      : new Response(bodyOf(jsonPieces(source, slice)), { headers: JSON_TYPE })
  }
}

/** One piece goes out as it is; many are streamed. */
function bodyOf(
  pieces: Iterator<Uint8Array<ArrayBuffer>>,
): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  const first = pieces.next()
  const second = pieces.next()
  if (second.done) return first.value
  const head = [first.value, second.value]
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const ready = head.shift()
      if (ready) return controller.enqueue(ready)
      const piece = pieces.next()
      if (piece.done) controller.close()
      else controller.enqueue(piece.value)
    },
  })
}
