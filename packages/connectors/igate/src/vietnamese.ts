import type { Catalogue } from '@cchc/domain'

/** What goes wrong between us and a VNPT iGate. */
export const igateVietnamese: Catalogue = {
  'iGate refuses the token of the configuration (HTTP 401)':
    'iGate từ chối token trong cấu hình (HTTP 401)',
  'A copied token runs out within hours: copy a new one, or configure login instead of token.':
    'Token sao chép hết hạn sau vài giờ: hãy sao chép token mới, hoặc khai báo login thay cho token.',
  '{list}: the answer of iGate holds no page of a list':
    '{list}: câu trả lời của iGate không phải là một trang danh sách',
  'Check the base URL and the paths in the configuration of this source.':
    'Hãy kiểm tra địa chỉ gốc (base URL) và các đường dẫn trong cấu hình của nguồn này.',
  '{list}: iGate hands out the same rows, whichever page is asked for':
    '{list}: iGate luôn trả về cùng các dòng, dù yêu cầu trang nào',
  'Ask the administrator of the one-stop system about the pages of this list.':
    'Hãy hỏi quản trị hệ thống một cửa về việc phân trang của danh sách này.',
  '{list}: iGate hands out dossiers of other days than those that were asked for':
    '{list}: iGate trả về hồ sơ của những ngày khác với ngày được yêu cầu',
  'Set searchDays in the configuration to the other of local and utc; if it stays, the filters of this system differ.':
    'Hãy đổi searchDays trong cấu hình giữa local và utc; nếu vẫn lỗi, bộ lọc của hệ thống này khác với những gì đã biết.',
  '{list}: no dossier states {field}': '{list}: không hồ sơ nào ghi trường {field}',
  'Name the field of the last change in the configuration, under fields.updated.':
    'Hãy khai báo tên trường ghi lần thay đổi cuối trong cấu hình, tại fields.updated.',
  'Lower windowDays in the configuration, or ask the administrator of iGate about this list.':
    'Hãy giảm windowDays trong cấu hình, hoặc hỏi quản trị iGate về danh sách này.',
  'states no number of a status': 'không ghi số của trạng thái',
  'has the status {number}, which nobody has named': 'có trạng thái {number} chưa được khai báo',
  'Write what the number means under statuses in the configuration of this source, and read these records again: npx cchc quarantine retry.':
    'Hãy ghi ý nghĩa của số này vào statuses trong cấu hình của nguồn, rồi đọc lại các bản ghi này: npx cchc quarantine retry.',
  'states no number of a way of handing in': 'không ghi số của hình thức nộp hồ sơ',
  'was handed in in a way that nobody has named': 'được nộp theo hình thức chưa được khai báo',
  'Write what the number means under channels in the configuration of this source, and read these records again: npx cchc quarantine retry.':
    'Hãy ghi ý nghĩa của số này vào channels trong cấu hình của nguồn, rồi đọc lại các bản ghi này: npx cchc quarantine retry.',
  'is over and states no end of handling': 'đã kết thúc nhưng không ghi ngày kết thúc xử lý',
  'Check fields.completed in the configuration of this source, or ask the portal.':
    'Hãy kiểm tra fields.completed trong cấu hình của nguồn, hoặc hỏi quản trị cổng.',
  'report {name}: the answer of iGate holds no rows':
    'báo cáo {name}: câu trả lời của iGate không có dòng nào',
  'The reports are customisations: set statistics.paths in the configuration, or statistics to false.':
    'Các báo cáo là phần tùy biến theo từng tỉnh: hãy khai báo statistics.paths trong cấu hình, hoặc đặt statistics là false.',
  'names an agency that is in no list': 'nêu tên một cơ quan không có trong danh sách nào',
  'names an agency by a name that several have': 'nêu tên mà nhiều cơ quan cùng có',
  'not an id of 24 characters, as in the addresses of iGate':
    'không phải là mã 24 ký tự như trong địa chỉ của iGate',
  'the number of a list, as text': 'phải là số trong danh mục, viết dạng chuỗi ký tự',
  'login or token is missing, or both are there': 'thiếu login hoặc token, hoặc khai báo cả hai',
}
