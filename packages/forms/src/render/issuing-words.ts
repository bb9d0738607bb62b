import { type FilledReport, type OrganisationLevel, printLongDay } from '@cchc/domain'

/** A blank that a person fills in. */
export const BLANK = '……'

const COMMITTEE = /^(?:UBND|Ủy ban nhân dân)\s+/iu
const AREA =
  /^(?:UBND|Ủy ban nhân dân)\s+(?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)\s+/iu

/** The words of a letterhead and of a signature block (NĐ 30/2020/NĐ-CP); what only people know is left blank. */
export interface IssuingWords {
  /** Superior and issuing body, on two lines where kind and area stand apart. */
  readonly superior: readonly string[]
  readonly agency: readonly string[]
  readonly symbol: string
  readonly placeAndDay: string
  /** Above the signature: on whose behalf, and the office. */
  readonly offices: readonly string[]
  /** Null where a person writes the name. */
  readonly signer: string | null
  readonly recipients: readonly string[]
  /** Behind `Lưu:`. */
  readonly archive: string
}

/** What the words of a letter come from. */
export interface Issued extends Pick<FilledReport, 'recipient' | 'letter'> {
  readonly head: Pick<
    FilledReport['head'],
    'agency' | 'superior' | 'level' | 'province' | 'issuedOn' | 'reportNumber'
  >
}

/** The words of one report. */
export function issuingWords({ head, recipient, letter = {} }: Issued): IssuingWords {
  const { agency, superior, level, issuedOn, reportNumber } = head
  const day =
    issuedOn === null ? `ngày ${BLANK} tháng ${BLANK} năm ${BLANK}` : printLongDay(issuedOn)
  return {
    superior: superior ? linesOf(capitals(superior)) : [],
    agency: linesOf(capitals(agency)),
    symbol: `Số: ${reportNumber ?? `${BLANK}/${letter.symbol ?? symbolOf(agency)}`}`,
    placeAndDay: `${letter.place ?? placeOf(head)}, ${day}`,
    offices: letter.offices?.map((one) => one.toLocaleUpperCase('vi')) ?? officesOf(agency, level),
    signer: letter.signer ?? null,
    recipients: letter.recipients ?? [recipient ?? BLANK, BLANK],
    archive: letter.archive ?? `VT, ${BLANK}`,
  }
}

function symbolOf(agency: string): string {
  return `BC-${COMMITTEE.test(agency) ? 'UBND' : BLANK}`
}

function linesOf(agency: string): string[] {
  const committee = 'ỦY BAN NHÂN DÂN '
  return agency.startsWith(committee)
    ? [committee.trim(), agency.slice(committee.length)]
    : [agency]
}

/** In capitals, people's committees in full. */
function capitals(text: string): string {
  return text.replace(COMMITTEE, 'Ủy ban nhân dân ').toLocaleUpperCase('vi')
}

/** A committee's own area is its place; agencies of a province issue at the province. */
function placeOf({ agency, province }: Issued['head']): string {
  return AREA.test(agency) ? agency.replace(AREA, '') : (province ?? BLANK)
}

function officesOf(agency: string, level: OrganisationLevel): string[] {
  if (COMMITTEE.test(agency)) return ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']
  if (level === 'department' && /^Sở\s/iu.test(agency)) return ['GIÁM ĐỐC']
  if (level === 'department' && /^Ban\s/iu.test(agency)) return ['TRƯỞNG BAN']
  return ['THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ']
}
