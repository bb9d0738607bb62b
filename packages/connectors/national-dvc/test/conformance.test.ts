import { testConnector } from '@cchc/connector-kit/conformance'
import { nationalHandlers, worldAt } from '@cchc/portals'
import { nationalDvc } from '../src/index.ts'
import { access, manyProcedures } from './portal.ts'

const NOW = Date.UTC(2022, 10, 30, 3)
const LATER = Date.UTC(2022, 11, 20, 3)
const whole = manyProcedures(110)
const world = worldAt(whole, NOW)

testConnector(nationalDvc, {
  config: {
    ...access,
    unitCode: world.provinceCode,
    reporting: { since: 2022, until: 2022, pageSize: 4 },
  },
  handlers: nationalHandlers(world, access),
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
      count: 110,
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
      count: 503,
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
      ],
    },
  },
  personal: ['DIENTHOAI', 'DIACHITIEPNHAN', 'NGUOILIENHE', 'contactName'],
  later: { now: LATER, handlers: nationalHandlers(worldAt(whole, LATER), access) },
  expired: () =>
    Response.json({ error_code: '1', message: 'Phiên làm việc đã hết hạn', result: [] }),
  failed: () => Response.json({ error_code: '-99', message: 'Lỗi hệ thống', result: [] }),
})
