import type { BilingualText } from '@cchc/domain'
import { stringify } from 'yaml'
import type { CommentLanguage } from './comment-language.ts'
import { columnLines, type UnreadColumn } from './folder-columns.ts'

/** What a configuration of a folder of exports says. */
export interface FolderSource {
  /** The folder, relative to the configuration. */
  readonly path: string
  readonly units: readonly {
    readonly name: string
    readonly code: string
    /** The files give no code: it was numbered. */
    readonly isOwn: boolean
  }[]
  readonly columns: readonly UnreadColumn[]
  /** The code that all units lie below. */
  readonly province: string | undefined
}

const COMMENTS = {
  title: {
    en: 'CCHC Hub: reads the exports in a folder. Nothing here has to be edited before: cchc sync',
    vi: 'CCHC Hub: đọc các tệp kết xuất trong một thư mục. Không phải sửa gì trước khi chạy: cchc sync',
  },
  columnsFirst: {
    en: 'CCHC Hub: reads the exports in a folder. Some columns are not understood: look at columns below, then: cchc sync',
    vi: 'CCHC Hub: đọc các tệp kết xuất trong một thư mục. Có cột không hiểu được: xem mục columns bên dưới, rồi chạy: cchc sync',
  },
  store: {
    en: 'Where figures are kept: one file beside this one',
    vi: 'Nơi lưu số liệu: một tệp cạnh tệp này',
  },
  source: {
    en: 'The name is yours; figures keep it as their origin',
    vi: 'Tên nguồn do đơn vị đặt; số liệu ghi nguồn bằng tên này',
  },
  since: {
    en: 'First day from which the lists of dossiers hold everything, where they do not say it themselves',
    vi: 'Ngày tiếp nhận đầu tiên mà danh sách hồ sơ có đầy đủ, nếu danh sách không tự ghi',
  },
  units: {
    en: 'Units as the files write them, and their codes',
    vi: 'Tên đơn vị như trong tệp, và mã đơn vị',
  },
  own: {
    en: 'The files give no codes for these, so they were numbered: write the official codes when you have them, then: cchc sync',
    vi: 'Các tệp không ghi mã của những đơn vị này nên phần mềm tự đánh số: khi có mã định danh chính thức hãy ghi vào đây rồi chạy lại: cchc sync',
  },
  age: {
    en: 'A folder that was not read for so many hours is shown as stale',
    vi: 'Quá số giờ này chưa đọc lại thư mục thì bị coi là số liệu cũ',
  },
  cutOff: {
    en: 'Last day of a reporting month: from the 15th to the 14th, as NĐ 09/2019/NĐ-CP has it',
    vi: 'Ngày cuối của tháng báo cáo: từ ngày 15 đến ngày 14, theo Nghị định 09/2019/NĐ-CP',
  },
  organisation: {
    en: 'The organisation that reports are made for unless --org says otherwise',
    vi: 'Đơn vị lập báo cáo khi không ghi --org',
  },
} satisfies Readonly<Record<string, BilingualText>>

/** The text of a `cchc.config.yaml` that reads a folder, with comments in a language, ready to be used. */
export function folderTemplate(source: FolderSource, language: CommentLanguage): string {
  const told = (comment: keyof typeof COMMENTS) => `# ${COMMENTS[comment][language]}`
  const quoted = (text: string) => stringify(text, { lineWidth: 0 }).trim()
  const unit = ({ name, code }: FolderSource['units'][number]) => `      ${quoted(name)}: ${code}`
  const given = source.units.filter(({ isOwn }) => !isOwn)
  const own = source.units.filter(({ isOwn }) => isOwn)
  return [
    told(source.columns.length === 0 ? 'title' : 'columnsFirst'),
    'store:',
    `  ${told('store')}`,
    '  url: sqlite:cchc.db',
    '',
    'sources:',
    `  ${told('source')}`,
    '  exports:',
    '    connector: spreadsheet',
    `    path: ${quoted(source.path)}`,
    `    ${told('since')}`,
    '    # since: 2024-12-15',
    `    ${told('units')}`,
    source.units.length === 0 ? '    units: {}' : '    units:',
    ...given.map(unit),
    ...(own.length === 0 ? [] : [`      ${told('own')}`]),
    ...own.map(unit),
    ...columnLines(source.columns, language),
    `    ${told('age')}`,
    '    maxAgeHours: 744',
    '',
    'reporting:',
    `  ${told('cutOff')}`,
    '  cutOffDay: 14',
    `  ${told('organisation')}`,
    `  ${source.province === undefined ? '# organisation: H16' : `organisation: ${source.province}`}`,
    '',
  ].join('\n')
}
