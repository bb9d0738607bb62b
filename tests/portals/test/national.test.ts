import { getResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import {
  dakNongWorld,
  type NationalOptions,
  nationalHandlers,
  type SimulatedDossier,
  smallWorld,
  type World,
} from '../src/index.ts'

const baseUrl = 'http://portal.test'
const access = { baseUrl, username: 'cchc', password: 's3cret' }
const world = smallWorld()

interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

function portal(options: Partial<NationalOptions> = {}) {
  const handlers = nationalHandlers(world, { ...access, ...options })
  return async (path: string, body: object): Promise<Answer> => {
    const request = new Request(baseUrl + path, { method: 'POST', body: JSON.stringify(body) })
    const response = await getResponse(handlers, request)
    if (!response) throw new Error(`nothing answers ${path}`)
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      body: isJson ? ((await response.json()) as Answer['body']) : {},
    }
  }
}

const fields = { service: 'LayDanhMucLinhVuc', madonvi: world.provinceCode }

async function session(post: ReturnType<typeof portal>): Promise<unknown> {
  const { username, password } = access
  return (await post('/adapter/auth', { username, password })).body.session
}

const [FROM, END] = [Date.UTC(2021, 11, 31, 17), Date.UTC(2022, 11, 31, 17) - 1]

function receivedIn2022(counted: World): SimulatedDossier[] {
  const all = Array.from({ length: counted.dossierCount }, (_, index) => counted.dossier(index))
  return all.filter(
    ({ receivedAt, status }) => receivedAt >= FROM && receivedAt <= END && status !== 'denied',
  )
}

function isLate({ status, supplementAt, releasedAt, dueAt }: SimulatedDossier): boolean {
  const waits = status === 'waiting' ? supplementAt : null
  return (releasedAt ?? waits ?? END) > (dueAt ?? Number.POSITIVE_INFINITY)
}

describe('the figures of Đắk Nông on the national portal', () => {
  const dakNong = dakNongWorld()
  const year = (code: string) => dakNong.nationalFigures(code, '2022-01-01', '2022-12-31')
  const province = year(dakNong.provinceCode)

  it('are those that were published', () => {
    expect(province).toMatchObject({
      'formality-online-payment-tree.totalFeeFormality': 1166,
      'formality-online-payment-tree.totalFeeDossierFormality': 923,
      'provide-online-tree.authorityCount': 1909,
    })
    const partial = province['provide-online-tree.partialCount'] ?? 0
    const full = province['provide-online-tree.fullCount'] ?? 0
    expect(partial + full).toBe(522)
  })

  it('are the counts of single dossiers', () => {
    const dossiers = receivedIn2022(dakNong)
    const received = dossiers.length
    const late = dossiers.filter(isLate).length
    const online = dossiers.filter(({ channel }) => channel === 'online').length
    expect(province).toMatchObject({
      'dvc-progress-tree.totalReceived': received,
      'dvc-progress-tree.totalOverdue': late,
      'dvc-progress-tree.totalOnTime': received - late,
      'provide-online-tree.channelOnlineSum': online,
    })
  })

  it('of organisations side by side add up to those of the organisation above', () => {
    const received = 'dvc-progress-tree.totalReceived'
    const below = dakNong.organisations.filter((unit) => unit.parentCode === dakNong.provinceCode)
    const sum = below.reduce((total, unit) => total + (year(unit.code)[received] ?? 0), 0)
    expect(sum).toBe(province[received])
  })
})

describe('the adapter', () => {
  it('says success in three ways', async () => {
    const post = portal()
    const opened = await session(post)
    const codes: unknown[] = []
    for (let call = 0; call < 3; call += 1) {
      codes.push((await post('/adapter/share', { ...fields, session: opened })).body.error_code)
    }
    expect(new Set(codes)).toEqual(new Set([0, '0', '00']))
  })

  it('forgets a session after its calls, with status 200', async () => {
    const post = portal({ sessionCalls: 1 })
    const opened = await session(post)
    await post('/adapter/share', { ...fields, session: opened })
    expect(await post('/adapter/share', { ...fields, session: opened })).toEqual({
      status: 200,
      body: { error_code: '1', message: 'Phiên làm việc đã hết hạn', result: [] },
    })
  })

  it('behind a relay answers with JSON in the text of a message', async () => {
    const { body } = await portal({ relay: { calls: 'post' } })('/adapter/auth', access)
    expect(JSON.parse(String(body.message))).toMatchObject({ session: 'session-1' })
  })
})

describe('the reporting service', () => {
  const path = '/api/v1/reporting/evaluation/dvc-progress-tree'

  it('does not answer pages of more than 200 rows', async () => {
    const query = { timeType: 'year', year: 2022, pageSize: 201 }
    expect((await portal()(path, query)).status).toBe(504)
  })

  it('answers failures with status 201', async () => {
    const query = { timeType: 'year', year: 2022, rootDepartmentId: 'unknown' }
    expect(await portal()(path, query)).toMatchObject({
      status: 201,
      body: { code: 'DEPARTMENT_NOT_FOUND', data: null },
    })
  })
})
