import type { Catalogue } from '@cchc/domain'

/** What goes wrong between us and the national portal. */
export const nationalVietnamese: Catalogue = {
  'the national portal refused the login (error {code})':
    'Cổng Dịch vụ công quốc gia từ chối đăng nhập (lỗi {code})',
  '{service}: the portal answered error {code}': '{service}: cổng trả lời lỗi {code}',
  unreadable: 'không đọc được',
  '{service}: the answer holds no result list': '{service}: câu trả lời không có danh sách kết quả',
  '{service}: the portal forgot a session that it had just opened':
    '{service}: cổng đã quên phiên làm việc vừa mở',
  'the login succeeded, but the answer holds no session':
    'đăng nhập thành công nhưng câu trả lời không có mã phiên',
  'the answer of the adapter has no error_code':
    'câu trả lời của bộ chuyển tiếp (adapter) không có error_code',
  'Check unitCode and the rights of the account; codes other than 0 are not documented.':
    'Hãy kiểm tra unitCode và quyền của tài khoản; các mã khác 0 không có trong tài liệu của cổng.',
  'Check the adapter paths in the configuration; if they are right, the portal changed.':
    'Hãy kiểm tra các đường dẫn adapter trong cấu hình; nếu đúng thì cổng đã thay đổi.',
  'Check that no other system uses the same account, and run again later.':
    'Hãy kiểm tra để không hệ thống nào khác dùng chung tài khoản này, rồi chạy lại sau.',
  'Check username and password in the configuration.':
    'Hãy kiểm tra username và password trong cấu hình.',
  'Check adapter.authPath in the configuration.': 'Hãy kiểm tra adapter.authPath trong cấu hình.',
  'Check relay.answer; without a provincial relay before the national portal leave relay out.':
    'Hãy kiểm tra relay.answer; nếu trước cổng quốc gia không có trục liên thông của tỉnh (LGSP) thì bỏ relay.',
  'Configure relay if a provincial relay stands in front of the national portal.':
    'Hãy khai báo relay nếu trước cổng quốc gia có trục liên thông của tỉnh (LGSP).',
  '{service}: the relay has lost its session with the national portal':
    '{service}: trục liên thông của tỉnh đã mất phiên làm việc với cổng quốc gia',
  'Run again later; if it stays, tell the administrator of the relay.':
    'Hãy chạy lại sau; nếu vẫn còn, hãy báo cho quản trị viên của trục liên thông.',
  'is needed to log in': 'là bắt buộc để đăng nhập',
  '{group}: a row of the national figures has no metrics':
    '{group}: một dòng số liệu của cổng quốc gia không có trường metrics',
  '{group}: the national figures have no rows':
    '{group}: số liệu của cổng quốc gia không có dòng nào',
  '{group}: the national figures have no row of {code}':
    '{group}: số liệu của cổng quốc gia không có dòng của {code}',
  '{group}: the reporting service did not answer OK':
    '{group}: dịch vụ báo cáo của cổng không trả lời OK',
  'The portal changed its interface; set reporting to false to go on without its figures.':
    'Cổng đã thay đổi giao diện lập trình; hãy đặt reporting thành false để tiếp tục mà không có số liệu của cổng.',
  'Check reporting.rootDepartmentCode in the configuration.':
    'Hãy kiểm tra reporting.rootDepartmentCode trong cấu hình.',
  'not a regular expression': 'không phải là biểu thức chính quy',
  'must not be before since': 'không được trước since',
  'not an organisation code': 'không phải là mã đơn vị',
}
