import { CHANNEL_NAMES, PROCEDURE_LEVEL_NAMES, SERVICE_LEVEL_NAMES, words } from '@cchc/figures'
import type { Condition } from './contract.ts'

interface FigureWords {
  readonly name: string
  /** What is said where nobody gives the figure. */
  readonly missing: string
}

const DOSSIERS =
  'Chưa nguồn nào có hồ sơ của đơn vị trong kỳ; cần đồng bộ hồ sơ từ hệ thống một cửa điện tử (cchc sync).'
const procedureFact = (fact: string) =>
  `Chưa nguồn nào cho biết ${fact} của TTHC; cần đồng bộ danh mục TTHC có thông tin đó, hoặc nhập tay.`

/** The figures that templates can bind rows to, in words. */
export const FIGURE_WORDS: Readonly<Record<string, FigureWords>> = {
  dossiers: { name: 'Hồ sơ theo cấp của đơn vị', missing: DOSSIERS },
  'dossiers-in-field': { name: 'Hồ sơ theo lĩnh vực', missing: DOSSIERS },
  'dossiers-by-channel': { name: 'Hồ sơ theo hình thức tiếp nhận', missing: DOSSIERS },
  'dossiers-received': { name: 'Hồ sơ tiếp nhận trong kỳ', missing: DOSSIERS },
  'procedures-with-online-dossiers': {
    name: 'TTHC có hồ sơ nộp trực tuyến trong kỳ',
    missing: DOSSIERS,
  },
  procedures: { name: 'TTHC theo cấp thực hiện', missing: procedureFact('cấp thực hiện') },
  'procedures-with-service': {
    name: 'TTHC có dịch vụ công trực tuyến',
    missing: procedureFact('mức độ dịch vụ công trực tuyến'),
  },
  'procedures-with-fee': {
    name: 'TTHC có yêu cầu nghĩa vụ tài chính',
    missing: procedureFact('phí, lệ phí'),
  },
  'procedures-published': {
    name: 'TTHC đã công khai trên Cơ sở dữ liệu quốc gia',
    missing: procedureFact('việc công khai'),
  },
  'procedures-with-online-payment': {
    name: 'TTHC thanh toán trực tuyến được',
    missing: procedureFact('khả năng thanh toán trực tuyến'),
  },
  'procedures-interlinked': {
    name: 'TTHC liên thông',
    missing: procedureFact('loại liên thông (cùng cấp hay giữa các cấp)'),
  },
  'portal-year': {
    name: 'Số liệu do cổng tự thống kê',
    missing: 'Cổng không cho số liệu này của đơn vị trong kỳ hoặc trong năm dương lịch',
  },
}

const INTERLINKED: Readonly<Record<string, string>> = {
  same_level: 'Cùng cấp',
  cross_level: 'Giữa các cấp',
}

/** The conditions under which a number of procedures is counted. */
export function procedureConditions(where: Readonly<Record<string, string>>): Condition[] {
  const each = (
    name: string,
    value: string | undefined,
    names: Readonly<Record<string, string>>,
  ) =>
    value === undefined
      ? []
      : [
          {
            name,
            value: words(value)
              .map((code) => names[code] ?? code)
              .join(', '),
          },
        ]
  return [
    ...each('Cấp thực hiện', where.level, PROCEDURE_LEVEL_NAMES),
    ...each('Mức độ dịch vụ', where.serviceLevel, SERVICE_LEVEL_NAMES),
    ...each('Liên thông', where.kind, INTERLINKED),
    ...each('Hình thức tiếp nhận', where.channel, CHANNEL_NAMES),
  ]
}
