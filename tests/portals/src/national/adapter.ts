import { normaliseOrganisationCode } from '@cchc/domain'
import { HttpResponse, http, type RequestHandler } from 'msw'
import { answerWithFaults } from '../faults.ts'
import type { World } from '../world/world.ts'
import { type Catalogue, createCatalogue } from './catalogue.ts'
import type { NationalOptions } from './options.ts'
import { createGateway } from './relay.ts'
import { createSessions } from './sessions.ts'

type Body = Record<string, unknown>
type Services = Record<string, (body: Body) => unknown[] | undefined>

/** Both forms of "no error" that clients have met, and the number. */
const SUCCESS = [0, '0', '00']

/**
 * The server-to-server interface: login, session in the body, HTTP 200 whatever happens. Behind a relay the gateway is
 * asked first, and services may have a path each.
 */
export function adapterHandlers(world: World, options: NationalOptions): RequestHandler[] {
  const { baseUrl, relay } = options
  const catalogue = createCatalogue(world, options)
  const answer = envelopes(options)
  const adapter = createAdapter(world, { options, answer })
  const gateway = createGateway(options)
  const all = { ...shareServices(catalogue), ...integrationServices(catalogue) }
  const passed = (request: Request, reply: (expired: boolean) => Promise<Response>) =>
    answerWithFaults(options.faults, request, async (expired) => {
      const isGateways = relay?.login !== undefined
      return gateway.refusal(request, expired && isGateways) ?? reply(expired && !isGateways)
    })
  const post = (path: string, reply: (body: Body, expired: boolean) => Response) =>
    http.post(`${baseUrl}/adapter/${path}`, ({ request }) =>
      passed(request, async (expired) => reply(await bodyOf(request), expired)),
    )
  const handle = (services: Services) => (body: Body, expired: boolean) =>
    adapter.call(services, { body, expired })
  if (relay?.calls === 'get') {
    const path = `${baseUrl}/KetNoiMotCuaQuocGia/:service`
    const get = http.get(path, ({ request, params }) => {
      const body = { ...Object.fromEntries(new URL(request.url).searchParams), ...params }
      return passed(request, async () => adapter.serve(all, body))
    })
    return [get, ...gateway.handlers]
  }
  return [
    post('auth', (body) => adapter.login(body)),
    post('share', handle(shareServices(catalogue))),
    post('integration', handle(integrationServices(catalogue))),
    ...gateway.handlers,
  ]
}

function shareServices(catalogue: Catalogue): Services {
  return {
    LayDanhSachTTHC: () => catalogue.procedures(),
    LayDanhMucCoQuan: () => catalogue.organisations(),
    LayDanhMucLinhVuc: () => catalogue.fields(),
  }
}

function integrationServices(catalogue: Catalogue): Services {
  return { LayThuTuc: (body) => catalogue.procedure(body.maTTHC) }
}

async function bodyOf(request: Request): Promise<Body> {
  return (await request.json()) as Body
}

interface Envelopes {
  success(content: Body): Response
  failure(code: string, message: string): Response
}

function envelopes({ relay }: NationalOptions): Envelopes {
  let answers = 0
  const send = (envelope: Body) =>
    HttpResponse.json(
      relay ? { status: 'OK', [relay.answer ?? 'message']: JSON.stringify(envelope) } : envelope,
    )
  return {
    success(content) {
      answers += 1
      return send({ error_code: SUCCESS[answers % SUCCESS.length], message: '', ...content })
    },
    failure: (code, message) => send({ error_code: code, message, result: [] }),
  }
}

interface Call {
  readonly body: Body
  readonly expired: boolean
}

function createAdapter(
  world: World,
  { options, answer }: { options: NationalOptions; answer: Envelopes },
) {
  const sessions = createSessions(options.sessionCalls)
  const login = (body: Body): Response => {
    const known = body.username === options.username && body.password === options.password
    if (!known) return answer.failure('-1', 'Sai tên đăng nhập hoặc mật khẩu')
    return answer.success({ session: sessions.open() })
  }
  const call = (services: Services, { body, expired }: Call): Response => {
    if (expired) sessions.forget(body.session)
    if (!sessions.use(body.session)) return answer.failure('1', 'Phiên làm việc đã hết hạn')
    if (normaliseOrganisationCode(String(body.madonvi)) !== world.provinceCode) {
      return answer.failure('2', 'Đơn vị không được phép truy cập')
    }
    return serve(services, body)
  }
  const serve = (services: Services, body: Body): Response => {
    const service = services[String(body.service)]
    if (!service) return answer.failure('4', 'Dịch vụ không tồn tại')
    const result = service(body)
    return result ? answer.success({ result }) : answer.failure('5', 'Không tìm thấy thủ tục')
  }
  return { login, call, serve }
}
