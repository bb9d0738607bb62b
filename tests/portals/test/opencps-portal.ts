import { getResponse } from 'msw'
import { type OpenCpsOptions, openCpsHandlers, type World } from '../src/index.ts'

const ACCESS = {
  baseUrl: 'http://one-stop.test',
  username: 'user',
  password: 'secret',
  groupId: '20126',
}
export const BASIC = `Basic ${Buffer.from('user:secret').toString('base64')}`
const XML = { authorization: BASIC, groupId: '20126', accept: 'application/xml' }
export const JSON_HEADERS = { ...XML, accept: 'application/json' }
export interface Page {
  total: number
  data: Record<string, string>[]
}

/** One OpenCPS of a world, in process. */
export function portal(world: World, options: Partial<OpenCpsOptions> = {}) {
  const handlers = openCpsHandlers(world, { ...ACCESS, ...options })
  const get = async (path: string, headers: Record<string, string> = XML): Promise<Response> => {
    const request = new Request(`${ACCESS.baseUrl}/o/rest${path}`, { headers })
    const response = await getResponse(handlers, request)
    if (!response) throw new Error(`nothing handles ${path}`)
    return response
  }
  const dossiers = async (query: string): Promise<Page> =>
    (await get(`/v2/dossiers?${query}`, JSON_HEADERS)).json() as Promise<Page>
  return { get, dossiers }
}

export const codes = (page: Page) => page.data.map((row) => row.dossierNo)
