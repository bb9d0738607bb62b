import type { Catalogue } from '@cchc/domain'

/** What is missing of figures, as reports say it. */
export const COVERAGE_VIETNAMESE: Catalogue = {
  'No source brings dossiers.': 'Chưa có nguồn nào cung cấp hồ sơ.',
  'No source has dossiers of {unit}, nor states counts of it.':
    'Chưa nguồn nào có hồ sơ hoặc cung cấp số liệu của {unit}.',
  "{source} states counts of {unit}, and a ministry's system has dossiers of it: which are the same cannot be told. Say counted: false of that system to use the counts alone.":
    'Nguồn {source} cung cấp số liệu của {unit}, đồng thời hệ thống của bộ có hồ sơ của đơn vị này: không tách được hồ sơ trùng. Hãy đặt counted: false cho hệ thống đó để chỉ dùng số liệu do nguồn cung cấp.',
  'Source {source} states {unit} by the rule {claimed}, not by {rule}.':
    'Nguồn {source} cung cấp số liệu của {unit} theo quy tắc {claimed}, không phải {rule}.',
  'Source {source} states {unit} for days that reach beyond the period: {days}.':
    'Nguồn {source} cung cấp số liệu của {unit} cho khoảng ngày vượt ra ngoài kỳ: {days}.',
  'Source {source} states nothing of {unit} for {days}.':
    'Nguồn {source} không cung cấp số liệu của {unit} cho {days}.',
  'Source {source} states {unit} for days that overlap and do not make up the period: {days}.':
    'Nguồn {source} cung cấp số liệu của {unit} cho các khoảng ngày chồng lên nhau, không ghép được thành kỳ: {days}.',
  'Source {source} does not state {columns} of {unit} for the whole period.':
    'Nguồn {source} không cung cấp {columns} của {unit} cho cả kỳ.',
  'Source {source} states {unit} as a whole and does not tell its dossiers apart.':
    'Nguồn {source} chỉ cung cấp số liệu chung của {unit}, không tách theo nội dung được hỏi.',
  'Stated by {source}: {units}, {days}.': 'Theo số liệu do {source} cung cấp: {units}, {days}.',
  'What is stated of {units} cannot be counted by other rules.':
    'Số liệu do nguồn cung cấp của {units} không đếm lại được theo quy tắc khác.',
  '{units} and {count} more': '{units} và {count} đơn vị khác',
  'Figures of source {source} are those of {instant}; what it brought since waits at the gate since {since}: {reasons}.':
    'Số liệu của nguồn {source} là số liệu lúc {instant}; số liệu mới hơn đang chờ ở cửa kiểm soát từ {since}: {reasons}.',
  '{all}; {one}': '{all}; {one}',
  '{count} of the dossiers that are counted here are over, and no day says when they ended: they count as in process, and later as overdue.':
    'Trong số hồ sơ được tính có {count} hồ sơ đã kết thúc nhưng không có ngày kết thúc nên được tính là đang giải quyết, sau đó là quá hạn.',
  '{stream}: {count} of {before} records are left':
    '{stream}: chỉ còn {count} trên {before} bản ghi',
  '{share} % of the resolved dossiers are late, on {day} it were {before} %':
    '{share} % số hồ sơ đã giải quyết bị trễ hạn, ngày {day} là {before} %',
  '{share} % of the resolved dossiers are late, before it were {before} %':
    '{share} % số hồ sơ đã giải quyết bị trễ hạn, trước đó là {before} %',
  '{count} stated rows break identities of Form II.06, before it were {before}':
    '{count} dòng số liệu sai cân đối của Biểu II.06, trước đó là {before}',
  'the newest dossier is of {day}, {age} days ago':
    'hồ sơ mới nhất là của ngày {day}, cách đây {age} ngày',
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
  'The lists of source {source} hold nothing of {units} for {first} to {last}.':
    'Các danh sách của nguồn {source} không có gì của {units} cho thời gian từ ngày {first} đến ngày {last}.',
  'The lists of source {source} hold nothing of {units} that was received before {from}: what was open then is not known.':
    'Các danh sách của nguồn {source} không có hồ sơ nào của {units} tiếp nhận trước ngày {from}: chưa biết hồ sơ từ kỳ trước chuyển sang.',
  'The lists of source {source} do not tell how dossiers of {units} went on after {seen} that were received before {from}. Export the list from {from} with those that were open then in it, or the one before it again after {last}.':
    'Danh sách của nguồn {source} chưa cho biết sau ngày {seen} các hồ sơ của {units} tiếp nhận trước ngày {from} được giải quyết thế nào. Hãy kết xuất danh sách từ ngày {from} có cả các hồ sơ khi đó đang giải quyết, hoặc kết xuất lại danh sách của kỳ trước sau ngày {last}.',
  'The lists of source {source} begin too late for {units}: {first} to {last} is missing.':
    'Các danh sách của nguồn {source} bắt đầu muộn đối với {units}: thiếu từ ngày {first} đến ngày {last}.',
  'The lists of source {source} end too early for {units}: {first} to {last} is missing.':
    'Các danh sách của nguồn {source} kết thúc sớm đối với {units}: thiếu từ ngày {first} đến ngày {last}.',
  'Source {source} ({stream}) was last read whole at {instant}, before the period ended on {day}.':
    'Nguồn {source} ({stream}) được đọc trọn lần cuối lúc {instant}, trước khi kỳ kết thúc ngày {day}.',
  'Source {source} ({stream}) was last read whole at {instant}, before the period began on {day}.':
    'Nguồn {source} ({stream}) được đọc trọn lần cuối lúc {instant}, trước khi kỳ bắt đầu ngày {day}.',
}
