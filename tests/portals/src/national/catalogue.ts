import type { SimulatedProcedure, World } from '../world/world.ts'
import type { NationalOptions } from './options.ts'

type Row = Record<string, unknown>

const LEVEL_CODES = { province: '1', district: '2', commune: '3' } as const

/** The lists and details of the adapter: upper-case names, every number a string, markup in texts. */
export interface Catalogue {
  organisations(): Row[]
  fields(): Row[]
  procedures(): Row[]
  /** The one-element result of LayThuTuc; undefined for an unknown code. */
  procedure(code: unknown): Row[] | undefined
}

export function createCatalogue(world: World, options: NationalOptions): Catalogue {
  const codes = world.procedures.map((procedure, index) => listedCode(procedure, index))
  const positions = new Map(codes.map((code, index) => [code, index]))
  return {
    organisations: () =>
      world.organisations.map((unit, index) => ({
        MADONVI: index % 3 === 2 ? unit.code : unit.oldCode,
        TENDONVI: unit.name,
        DIENTHOAI: `CANARY phone ${index}`,
      })),
    fields: () => world.fields.map(({ code, name }) => ({ MALINHVUC: code, TENLINHVUC: name })),
    procedures: () => world.procedures.map((each, index) => listRow(each, codes[index] ?? '')),
    procedure(code) {
      const position = positions.get(String(code))
      const procedure = position === undefined ? undefined : world.procedures[position]
      if (position === undefined || !procedure) return undefined
      if (options.withoutDetail?.includes(procedure.code)) return []
      return [detail(procedure, { code: String(code), position })]
    },
  }

  function listedCode({ code }: SimulatedProcedure, index: number): string {
    const suffixed = options.suffixEvery !== undefined && index % options.suffixEvery === 0
    return suffixed ? `${code}.000.00.00.${world.provinceCode}` : code
  }
}

function listRow(procedure: SimulatedProcedure, code: string): Row {
  return {
    MATTHC: code,
    TENTTHC: procedure.name,
    MALINHVUC: procedure.fieldCode,
    TENLINHVUC: procedure.fieldName,
  }
}

interface Listed {
  readonly code: string
  readonly position: number
}

function detail(procedure: SimulatedProcedure, { code, position }: Listed): Row {
  const level = { CAPTHUCHIEN: LEVEL_CODES[procedure.level] }
  return {
    ID: String(70_000 + position),
    MATTHC: code,
    TENTTHC: withMarkup(procedure.name, position),
    LOAITTHC: '1',
    NHOMTHUTUC: '',
    TRANGTHAI: '1',
    IDQUYETDINHCONGBO: String(9000 + (position % 40)),
    LINHVUCTHUCHIEN: { MALINHVUC: procedure.fieldCode, TENLINHVUC: procedure.fieldName },
    CAPTHUCHIEN: position % 4 === 0 ? [level] : level,
    COQUANTHUCHIEN: procedure.services[0]?.organisationName ?? '',
    DIACHITIEPNHAN: `CANARY address ${position}`,
    NGUOILIENHE: `CANARY name ${position}`,
    TRINHTUTHUCHIEN: { TRUONGHOP: '', TRINHTU: [{ TENTRINHTU: '<p>Bước 1: Nộp hồ sơ</p>' }] },
    CACHTHUCTHUCHIEN: channels(procedure, position),
    YEUCAU: null,
    KETQUATHUCHIEN: { MAKETQUA: `KQ.${position}`, TENKETQUA: 'Giấy chứng nhận' },
  }
}

function withMarkup(name: string, position: number): string {
  if (position % 5 === 1) return `<p>${escaped(name)}</p>`
  return position % 5 === 3 ? ` <span style="color:red">${escaped(name)}</span><br/>\r\n` : name
}

function escaped(text: string): string {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return plain.replaceAll("'", '&#39;').replaceAll('"', '&quot;')
}

/** KENH 1 in person, 2 online, 3 by post; a procedure with one channel sends an object instead of a list. */
function channels(procedure: SimulatedProcedure, position: number): unknown {
  const online = procedure.services.some((service) => service.level >= 3)
  const kinds = online ? ['1', '2', '3'] : ['1']
  const rows = kinds.map((KENH) => ({
    KENH,
    THOIGIAN: [
      {
        THOIGIANGIAIQUYET: '10',
        DONVITINH: 'Ngày làm việc',
        MOTA: '<p>Kể từ ngày nhận đủ hồ sơ</p>',
        PHILEPHI: fees(procedure.feeAmount, position),
      },
    ],
  }))
  return rows.length === 1 ? rows[0] : rows
}

const FREE = ['Không', '', '0']

function fees(amount: number, position: number): Row[] {
  const kind = position % 2 === 0 ? "1'" : "2'"
  if (amount > 0) return [feeRow(kind, withDots(amount))]
  return position % 4 === 3 ? [] : [feeRow(kind, FREE[position % 4] ?? '')]
}

function feeRow(kind: string, sum: string): Row {
  return { MAPHILEPHI: kind, SOTIEN: sum, DONVI: 'Đồng', MOTA: '', URL: '' }
}

function withDots(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
}
