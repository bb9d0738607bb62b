import { testConnector } from '@cchc/connector-kit/conformance'
import { type NationalOptions, nationalHandlers, worldAt } from '@cchc/portals'
import { describe } from 'vitest'
import { nationalDvc } from '../src/index.ts'
import { access, manyProcedures } from './portal.ts'
import { RELAYS } from './relays.ts'

const NOW = Date.UTC(2022, 10, 30, 3)
const LATER = Date.UTC(2022, 11, 20, 3)

/** What the portal holds is the same, however it is reached. */
function reachedBy(reached: {
  readonly config: object
  /** Of a page of figures; they do not come through a relay. */
  readonly rows: number
  readonly portal?: Partial<NationalOptions>
  /** As it comes over the wire. */
  readonly sent?: (envelope: object) => object
  readonly expired?: () => Response
}): void {
  const whole = manyProcedures(12)
  const world = worldAt(whole, NOW)
  const portal = { ...access, ...reached.portal }
  const { sent = (envelope) => envelope } = reached
  const failure = (error_code: string, message: string) => () =>
    Response.json(sent({ error_code, message, result: [] }))
  testConnector(nationalDvc, {
    config: {
      baseUrl: access.baseUrl,
      ...reached.config,
      unitCode: world.provinceCode,
      adapter: { pageSize: 5 },
      reporting: { since: 2022, until: 2022, pageSize: reached.rows },
    },
    handlers: nationalHandlers(world, portal),
    now: NOW,
    holds: {
      organisations: {
        count: 10,
        samples: [
          {
            code: 'H99.31',
            name: 'UBND huyện Bình An',
            level: 'district',
            parentCode: 'H99',
            validFrom: null,
            validTo: null,
          },
        ],
      },
      fields: { count: 7, samples: [{ code: 'G04-DB', name: 'Đường bộ' }] },
      procedures: {
        count: 12,
        samples: [
          {
            code: '1.200001',
            variantOf: null,
            name: 'Cấp giấy phép lái xe',
            fieldCode: 'G04-DB',
            fieldName: 'Đường bộ',
            levels: ['province'],
            services: null,
            interlinked: null,
            fees: [{ kind: 'charge', amount: 15_000 }],
            onlinePayment: null,
            publishedNationally: null,
            inForce: true,
          },
        ],
      },
      figures: {
        count: 633,
        samples: [
          {
            organisationCode: 'H99',
            organisationName: 'UBND tỉnh Thử Nghiệm',
            from: '2022-01-01',
            to: '2022-12-31',
            measure: 'dvc-progress-tree.totalReceived',
            value: world.nationalFigures('H99', '2022-01-01', '2022-12-31')[
              'dvc-progress-tree.totalReceived'
            ] as number,
            quality: null,
            provisional: true,
          },
          {
            organisationCode: 'H99',
            organisationName: 'UBND tỉnh Thử Nghiệm',
            from: '2022-01-01',
            to: '2022-12-31',
            measure: 'transparency.DOSSIER_SYNC.score',
            value: 6,
            quality: 'TEMP_NATIONAL_REPORT_DENOMINATOR',
            provisional: true,
            scored: {
              name: 'dossier sync',
              maximum: 6,
              ratio: 100,
              remark: 'Chưa có số liệu từ Hệ thống thông tin báo cáo quốc gia',
            },
          },
        ],
      },
      petitions: {
        count: 11 * 2 * 10,
        samples: [
          {
            organisationCode: 'H99',
            organisations: 'with_all_below',
            from: '2022-03-01',
            to: '2022-03-14',
            provisional: false,
            about: 'all',
            counts: { received: 2, onTime: 1 },
          },
        ],
      },
      payments: {
        count: 10 * 10,
        samples: [
          {
            organisationCode: 'H99',
            organisations: 'with_all_below',
            from: '2022-03-01',
            to: '2022-03-31',
            provisional: false,
            counts: { due: 17, paidOnline: 0 },
          },
        ],
      },
    },
    personal: ['DIENTHOAI', 'DIACHITIEPNHAN', 'NGUOILIENHE', 'contactName'],
    later: { now: LATER, handlers: nationalHandlers(worldAt(whole, LATER), portal) },
    expired: reached.expired ?? failure('1', 'Phiên làm việc đã hết hạn'),
    failed: failure('-99', 'Lỗi hệ thống'),
  })
}

const { baseUrl: _, ...account } = access

describe('directly', () => reachedBy({ config: account, rows: 25 }))

describe.each(Object.entries(RELAYS))('through a relay, %s', (_name, relay) =>
  reachedBy({ ...relay, rows: 200 }),
)
