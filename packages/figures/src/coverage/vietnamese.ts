import type { Catalogue } from '@cchc/domain'

/** What is missing of figures, as reports say it. */
export const COVERAGE_VIETNAMESE: Catalogue = {
  'No source brings dossiers.': 'Chưa có nguồn nào cung cấp hồ sơ.',
  'No source brings procedures.': 'Chưa có nguồn nào cung cấp danh mục thủ tục hành chính.',
  'No source has any dossier of this organisation.': 'Chưa nguồn nào có hồ sơ của đơn vị này.',
  'No source has procedures of this organisation that can be counted.':
    'Chưa nguồn nào có thủ tục hành chính của đơn vị này để đếm.',
  'Source {source} ({stream}) was never read whole.':
    'Nguồn {source} ({stream}) chưa được đọc trọn lần nào.',
  'Source {source} ({stream}) was read while the clock was ahead.':
    'Nguồn {source} ({stream}) được đọc khi đồng hồ của máy chạy nhanh.',
  'Source {source} ({stream}) was read from {from} on: {first} to {last} is missing.':
    'Nguồn {source} ({stream}) chỉ được đọc từ ngày {from}: thiếu từ ngày {first} đến ngày {last}.',
  'Source {source} ({stream}) was read from {from} on: what was open before is not known.':
    'Nguồn {source} ({stream}) chỉ được đọc từ ngày {from}: chưa biết hồ sơ từ kỳ trước chuyển sang.',
  'Source {source} ({stream}) was last read whole at {instant}, before the period ended on {day}.':
    'Nguồn {source} ({stream}) được đọc trọn lần cuối lúc {instant}, trước khi kỳ kết thúc ngày {day}.',
  'Source {source} ({stream}) was last read whole at {instant}, before the period began on {day}.':
    'Nguồn {source} ({stream}) được đọc trọn lần cuối lúc {instant}, trước khi kỳ bắt đầu ngày {day}.',
}
