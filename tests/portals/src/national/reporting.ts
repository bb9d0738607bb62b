import { dayNumber, dayText } from '@cchc/domain'
import { HttpResponse, http, type RequestHandler } from 'msw'
import { answerWithFaults } from '../faults.ts'
import { createPaging } from '../paging.ts'
import type { World } from '../world/world.ts'
import type { NationalOptions } from './options.ts'
import { departmentId, groupRow, type Period, provinceRows } from './reporting-rows.ts'
import { GROUP_MAXIMA, type GroupName } from './scores.ts'

interface Query {
  readonly timeType?: 'year' | 'quarter' | 'month'
  readonly year?: number
  readonly quarter?: number
  readonly month?: number
  readonly fromDate?: string
  readonly toDate?: string
  readonly rootDepartmentId?: string
  readonly currentPage?: number
  readonly pageSize?: number
}

const LARGEST_PAGE = 200

/** The reporting service of the new portal: HTTP 201, envelope {code, data, message}, one path a group. */
export function reportingHandlers(world: World, options: NationalOptions): RequestHandler[] {
  const paging = createPaging(options.paging)
  const groups = ['service-results', ...Object.keys(GROUP_MAXIMA)]
  return groups.map((group) =>
    http.post(`${options.baseUrl}/api/v1/reporting/evaluation/${group}`, ({ request }) =>
      answerWithFaults(options.faults, request, async () => {
        if (options.browsersOnly && !request.headers.has('origin')) return refused()
        return answer({ world, group, paging }, (await request.json()) as Query)
      }),
    ),
  )
}

function refused(): Response {
  return HttpResponse.html('<html><body>Request Rejected</body></html>', { status: 403 })
}

interface Asked {
  readonly world: World
  readonly group: string
  readonly paging: ReturnType<typeof createPaging>
}

function answer({ world, group, paging }: Asked, query: Query): Response {
  const period = periodOf(query)
  if (!period) return failure('INVALID_PERIOD')
  if (group === 'service-results') {
    return ok({ overview: null, growthPercent: null, evaluation: provinceRows(world, period) })
  }
  if ((query.pageSize ?? 0) > LARGEST_PAGE) {
    return HttpResponse.html('<html><body>Gateway Time-out</body></html>', { status: 504 })
  }
  if (query.rootDepartmentId !== departmentId(world, world.provinceCode)) {
    return failure('DEPARTMENT_NOT_FOUND')
  }
  const list = { world, group: group as GroupName, paging }
  return ok(groupData(list, { query, period }))
}

function ok(data: unknown): Response {
  return HttpResponse.json({ code: 'OK', data, message: '' }, { status: 201 })
}

function failure(code: string): Response {
  return HttpResponse.json({ code, data: null, message: 'Yêu cầu không hợp lệ' }, { status: 201 })
}

/** handling-satisfaction takes two days, all others a calendar year, quarter or month. */
function periodOf(query: Query): Period | undefined {
  const { fromDate, toDate, timeType, year, quarter = 1, month = 1 } = query
  if (fromDate && toDate) return { from: fromDate, to: toDate }
  if (!year || !timeType) return undefined
  const [first, length] = { year: [1, 12], quarter: [quarter * 3 - 2, 3], month: [month, 1] }[
    timeType
  ] as [number, number]
  const next = first + length > 12 ? `${year + 1}-01-01` : day(year, first + length)
  return { from: day(year, first), to: dayText(dayNumber(next) - 1) }
}

function day(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`
}

interface Listing extends Asked {
  readonly group: GroupName
}

function groupData(
  { world, group, paging }: Listing,
  { query, period }: { query: Query; period: Period },
) {
  const { currentPage = 1, pageSize = 100, ...others } = query
  const isTree = group.endsWith('-tree')
  const below = world.organisations.filter((unit) => unit.code !== world.provinceCode)
  const root = world.organisations.filter((unit) => unit.code === world.provinceCode)
  const listed = isTree ? below : [...root, ...below]
  const start = (currentPage - 1) * pageSize
  const row = (unit: (typeof listed)[number] | undefined, index: number) =>
    unit ? [groupRow(world, group, { unit, period, position: index + 1 })] : []
  const asked = { start, end: start + pageSize, count: listed.length }
  const { positions, total } = paging(`${group} ${JSON.stringify(others)}`, asked)
  const rows = [...positions].flatMap((at) => row(listed[at], at))
  if (isTree) return { parent: row(root[0], start)[0], children: rows, monthlyChart: [] }
  const totalPages = total === undefined ? undefined : Math.ceil(total / pageSize)
  const pagination = { currentPage, pageSize, total, totalPages }
  return { overview: null, evaluation: rows, pagination, source: 'Cổng Dịch vụ công quốc gia' }
}
