import { http, type RequestHandler } from 'msw'
import { answerWithFaults } from '../faults.ts'
import { createPaging } from '../paging.ts'
import { rowsOfPage, SOUND_ROWS } from '../row-quirks.ts'
import { provinceView } from '../world/divergent-views.ts'
import { DossierIndex } from '../world/dossier-index.ts'
import type { World } from '../world/world.ts'
import { agencyRow, procedureRow } from './catalogue.ts'
import { igateDossier } from './dossier-record.ts'
import { agenciesBelow, BadRequest, igateSearch, listKey } from './dossier-search.ts'
import { keycloakHandlers } from './keycloak.ts'
import { agencyObjectId, objectId } from './lists.ts'
import type { IgateOptions } from './options.ts'
import { type SpringPage, springPage } from './spring-page.ts'
import { IGATE_REPORTS, reportRows } from './statistics.ts'
import { isKnown } from './tokens.ts'

type Answer = (query: URLSearchParams, url: URL) => Response

/** A VNPT iGate 2: dossiers under `/pa`, agencies under `/ba`, procedures under `/bd`, and the Keycloak that lets in. */
export function igateHandlers(held: World, options: IgateOptions): RequestHandler[] {
  const world = provinceView(held, options.divergence)
  const answers = answersOf(world, options)
  const services = ['pa', 'ba', 'bd'].map((service) =>
    http.get(`${options.baseUrl}/${service}/*`, ({ request }) =>
      answerWithFaults(options.faults, request, (expired) => {
        const isLoggedIn = !expired && isKnown(request.headers.get('authorization'), options)
        return isLoggedIn ? answered(pathIn(request, options), answers) : unauthorised()
      }),
    ),
  )
  return [...keycloakHandlers(options), ...services]
}

/** The address within the system, wherever a relay shows it. */
function pathIn(request: Request, { baseUrl }: IgateOptions): URL {
  return new URL(request.url.slice(baseUrl.length), new URL(baseUrl).origin)
}

function answered(url: URL, answers: Readonly<Record<string, Answer>>): Response {
  const path = Object.keys(answers).find((known) => isPath(url.pathname, known))
  if (path === undefined) return failure(404, 'Not Found')
  try {
    return answers[path]?.(url.searchParams, url) ?? failure(404, 'Not Found')
  } catch (error) {
    if (error instanceof BadRequest) return failure(400, 'Bad Request')
    throw error
  }
}

/** `*` stands for one part of a path. */
function isPath(pathname: string, known: string): boolean {
  const [parts, wanted] = [pathname, known].map((path) => decodeURIComponent(path).split('/'))
  if (parts?.length !== wanted?.length) return false
  return wanted?.every((part, i) => part === '*' || part === parts?.[i]) ?? false
}

function unauthorised(): Response {
  return Response.json({ error: 'invalid_token' }, { status: 401 })
}

function failure(status: number, error: string): Response {
  return Response.json({ status, error, message: `${error} CANARY Nguyễn Văn A` }, { status })
}

function answersOf(world: World, options: IgateOptions): Record<string, Answer> {
  const page = springPage(createPaging(options.paging))
  const reports = Object.entries(IGATE_REPORTS).map(([path, report]): [string, Answer] => {
    const rows = kept(world, (query) => reportRows(world, report, query))
    return [
      path,
      (query) =>
        options.mayReport === false ? failure(403, 'Forbidden') : Response.json(rows(query)),
    ]
  })
  return {
    ...dossierAnswers(world, options, page),
    ...catalogueAnswers(world, page),
    ...Object.fromEntries(reports),
  }
}

/** What was computed for a query, until the world's time moves on. */
function kept<T>(world: World, compute: (query: URLSearchParams) => T) {
  const known = new Map<string, T>()
  return (query: URLSearchParams): T => {
    const key = `${world.now} ${query}`
    const value = known.get(key) ?? compute(query)
    known.set(key, value)
    return value
  }
}

function dossierAnswers(world: World, options: IgateOptions, page: SpringPage) {
  const index = new DossierIndex(world)
  const quirks = { ...SOUND_ROWS, ...options.quirks }
  const shown = {
    deployment: world.provinceCode,
    endFields: options.endFields ?? { completed: 'completedDate', returned: 'returnedDate' },
    quirks,
  }
  const settings = { world, strictDays: options.strictDays ?? false }
  let requests = 0
  const search: Answer = (query) => {
    const selection = index.select(igateSearch(query, settings))
    const shift = quirks.shiftPagesBy * requests
    requests += 1
    return page(query, {
      list: `dossiers ${listKey(query)}`,
      count: selection.count === 0 ? 0 : selection.count + shift,
      rows: (served) =>
        Array.from(rowsOfPage({ world, selection, served, shift, quirks }), (dossier) =>
          igateDossier(dossier, shown),
        ),
    })
  }
  const detail: Answer = (_, { pathname }) => {
    const id = pathname.split('/').at(-2)
    for (let at = 0; at < world.dossierCount; at += 1) {
      const dossier = world.dossier(at)
      if (objectId(world.provinceCode, 'dossier', dossier.id) !== id) continue
      return Response.json(igateDossier(dossier, shown))
    }
    return failure(404, 'Not Found')
  }
  return { '/pa/dossier/search': search, '/pa/dossier/*/--online': detail }
}

function catalogueAnswers(world: World, page: SpringPage): Record<string, Answer> {
  const { organisations, procedures, provinceCode } = world
  return {
    '/ba/agency/name+code': (query) => {
      const below = agenciesBelow(world, query.get('ancestor-id') ?? agencyObjectId(provinceCode))
      const all = organisations.filter(({ code }) => below.has(code))
      return page(query, {
        list: `agencies ${listKey(query)}`,
        count: all.length,
        rows: ({ positions }) => [...positions].flatMap((at) => all[at] ?? []).map(agencyRow),
      })
    },
    '/ba/agency/--by-parent-id': (query) => {
      const parent = organisations.find(
        ({ code }) => agencyObjectId(code) === query.get('parent-id'),
      )
      const children = organisations.filter(({ parentCode }) => parentCode === parent?.code)
      return Response.json(parent ? children.map(agencyRow) : [])
    },
    '/bd/procedure/--can-apply': (query) =>
      page(query, {
        list: `procedures ${listKey(query)}`,
        count: procedures.length,
        rows: ({ positions }) =>
          [...positions]
            .flatMap((at) => procedures[at] ?? [])
            .map((each) => procedureRow(world, each)),
      }),
  }
}
