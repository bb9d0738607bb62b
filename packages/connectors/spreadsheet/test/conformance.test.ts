import { testConnector } from '@cchc/connector-kit/conformance'
import { spreadsheet } from '../src/index.ts'

const at = (text: string) => Date.parse(`${text}+07:00`)

const PEOPLE = ['Nguyễn Thị Măng Cụt', '0901234567', 'Trần Văn Sầu Riêng']
const HEAD = 'Mã hồ sơ;Họ và tên người nộp;Điện thoại;Mã TTHC;Đơn vị;Ngày tiếp nhận;Ngày hoàn thành'
const row = (number: number, finished = '') =>
  `000.00.53.H16-2503${number}-0001;${PEOPLE[0]};${PEOPLE[1]};1.004875;Sở Tư pháp;${number}/3/2025;${finished}`
const list = (...rows: readonly string[]) => [HEAD, ...rows].join('\n')

const form = (received: number) => `
Đơn vị;Từ ngày 15/12/2024 đến ngày 14/12/2025
STT;Đơn vị;Tiếp nhận: Tổng số;Tiếp nhận trực tuyến;Đã giải quyết: Tổng số;Đang giải quyết: Tổng số
1;Sở Xây dựng;${received};30;40;${received - 40}`

const byFields = (field: string) => `
Đơn vị báo cáo: Sở Tư pháp;Từ ngày 15/12/2023 đến ngày 14/12/2024
STT;Lĩnh vực;Tiếp nhận: Tổng số;Tiếp nhận trực tuyến;Đã giải quyết: Tổng số;Đang giải quyết: Tổng số
1;${field};5;3;4;1`

const FILES = {
  'bieu/06a.csv': form(50),
  'bieu/linh-vuc.csv': byFields('Hộ tịch'),
  'bieu/linh-vuc-2.csv': byFields('Quốc tịch').replaceAll('202', '201'),
  'so-tu-phap.csv': list(row(10, '12/3/2025'), row(11)),
  'them.csv': list(row(12)),
}

/** Of a folder that another configuration read. */
const OLDER = { understoodBy: 'other', again: false, files: {} }

testConnector(spreadsheet, {
  config: {
    since: '2025-01-01',
    units: { 'Sở Tư pháp': 'H16.53', 'Sở Xây dựng': 'H16.54' },
  },
  now: Date.UTC(2025, 11, 20),
  files: FILES,
  holds: {
    organisations: {
      count: 2,
      samples: [
        {
          ...{ code: 'H16.53', name: 'Sở Tư pháp', level: 'department', parentCode: 'H16' },
          ...{ validFrom: null, validTo: null },
        },
      ],
    },
    dossiers: {
      count: 3,
      samples: [
        {
          code: '000.00.53.H16-250310-0001',
          procedureCode: '1.004875',
          organisationCode: 'H16.53',
          fieldCode: null,
          channel: null,
          status: 'finished',
          statusReceived: '',
          receivedAt: at('2025-03-10T00:00:00'),
          dueAt: null,
          finishedAt: at('2025-03-12T00:00:00'),
          returnedAt: null,
          pauses: [],
          onlinePayment: null,
          digitised: null,
          serviceLevel: null,
          serviceLevelReceived: null,
          version: at('2025-03-12T00:00:00'),
        },
      ],
    },
    fields: { count: 2, samples: [{ code: 'ho-tich', name: 'Hộ tịch' }] },
    counts: {
      count: 5,
      samples: [
        {
          organisationCode: 'H16.54',
          fieldCode: null,
          procedureCode: null,
          from: '2024-12-15',
          to: '2025-12-14',
          rule: 'tt01-2020',
          counts: { receivedTotal: 50, receivedOnline: 30, resolvedTotal: 40, pendingTotal: 10 },
          document: 'bieu/06a.csv',
          place: 'B4',
          statedOn: null,
        },
      ],
    },
  },
  older: {
    dossiers: [{ version: 1, cursor: OLDER, left: 3 }],
    counts: [{ version: 1, cursor: OLDER, left: 5 }],
    fields: [{ version: 1, cursor: OLDER, left: 2 }],
  },
  personal: PEOPLE,
  broken: {
    'hong.xls': `%PDF-1.7 ${PEOPLE[2]}`,
    'cut.xlsx': `PK\u0003\u0004 ${PEOPLE[2]}`,
  },
  later: {
    ...FILES,
    'bieu/06a.csv': form(60),
    'so-tu-phap.csv': list(row(10, '12/3/2025'), row(11, '20/3/2025')),
    'bieu/moi.csv': byFields('Chứng thực').replaceAll('202', '200'),
    'moi.csv': list(row(13)),
  },
})
