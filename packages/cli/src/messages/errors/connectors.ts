import type { Phrases } from './phrases.ts'

const CHANGED_INTERFACE =
  'Cổng đã thay đổi giao diện lập trình; hãy đặt reporting thành false để tiếp tục mà không có số liệu của cổng.'
const OPEN_BASE_URL =
  'Hãy mở địa chỉ gốc (base URL) bằng trình duyệt: cổng có thể yêu cầu đăng nhập, hoặc đã thay đổi giao diện lập trình.'

/** What goes wrong between us and a portal. */
export const connectorPhrases: Phrases = {
  '{place}: HTTP {status}': '{place}: cổng trả lời HTTP {status}',
  '{place}: no answer in time': '{place}: cổng không trả lời trong thời hạn',
  '{place}: ECONNREFUSED': '{place}: máy chủ từ chối kết nối (ECONNREFUSED)',
  '{place}: ECONNRESET': '{place}: kết nối bị ngắt giữa chừng (ECONNRESET)',
  '{place}: ENOTFOUND': '{place}: không tìm thấy tên máy chủ (ENOTFOUND)',
  '{place}: ETIMEDOUT': '{place}: quá thời gian kết nối (ETIMEDOUT)',
  '{place}: connection lost': '{place}: mất kết nối',
  '{place}: the answer is larger than allowed': '{place}: câu trả lời lớn hơn dung lượng cho phép',
  '{host}: the {count} requests of this run are used up':
    '{host}: đã dùng hết {count} yêu cầu của lần chạy này',
  'requests to {host} are not allowed for this source':
    'nguồn này không được gửi yêu cầu đến {host}',
  'the run was stopped': 'lần chạy đã bị dừng',
  'Connector {id} cannot compare figures as it declares':
    'Không thể so sánh số liệu theo khai báo của bộ kết nối {id}',
  'This is a fault of the connector: correct what it declares under compares.':
    'Đây là lỗi của bộ kết nối: hãy sửa khai báo trong mục compares.',
  'is not counted by rule {rule}: {figure}': 'không được quy tắc {rule} đếm: {figure}',
  'names no figure': 'không nêu số liệu nào',
  'Check the user name, the password and the rights of the account in the configuration.':
    'Hãy kiểm tra tên đăng nhập, mật khẩu trong cấu hình và quyền của tài khoản.',
  'Check the base URL in the configuration; if it is right, the portal changed its interface.':
    'Hãy kiểm tra địa chỉ gốc (base URL) trong cấu hình; nếu đúng thì cổng đã thay đổi giao diện lập trình.',
  'Nothing is lost: the next run goes on from here. Lower the request rate if it happens often.':
    'Không mất dữ liệu: lần chạy sau đọc tiếp từ đây. Nếu thường xuyên gặp, hãy giảm tốc độ gửi yêu cầu.',
  'Check that the portal can be reached from this machine, and run again later.':
    'Hãy kiểm tra kết nối từ máy này đến cổng và chạy lại sau.',
  'Add the host to http.allowedHosts in the configuration if it belongs to the portal.':
    'Nếu máy chủ này thuộc cổng, hãy thêm vào http.allowedHosts trong cấu hình.',
  'Lower the page size, or raise http.maxMegabytes in the configuration.':
    'Hãy giảm số bản ghi mỗi trang, hoặc tăng http.maxMegabytes trong cấu hình.',
  'Start it again: it goes on from its last checkpoint.':
    'Hãy chạy lại: hệ thống đọc tiếp từ điểm đã lưu.',

  'the JSON answer of the portal is cut off': 'câu trả lời JSON của cổng bị cắt cụt',
  'the portal answered with a web page instead of JSON':
    'cổng trả lời bằng một trang web thay vì JSON',
  'the portal answered with something other than JSON':
    'cổng trả lời bằng nội dung không phải JSON',
  'the XML answer of the portal is cut off': 'câu trả lời XML của cổng bị cắt cụt',
  'the XML answer of the portal has a document type':
    'câu trả lời XML của cổng có khai báo kiểu tài liệu (DOCTYPE)',
  'the XML answer of the portal has a document type, which is not read':
    'câu trả lời XML của cổng có khai báo kiểu tài liệu (DOCTYPE) nên không được đọc',
  'the XML answer of the portal has another root': 'câu trả lời XML của cổng có phần tử gốc khác',
  'the XML answer of the portal states no number as its total':
    'câu trả lời XML của cổng không ghi tổng số là một con số',
  'the portal answered with a web page instead of XML':
    'cổng trả lời bằng một trang web thay vì XML',
  'the portal answered with something other than well-formed XML':
    'cổng trả lời bằng nội dung không phải XML đúng chuẩn',
  'Open the base URL in a browser: it may ask for a login, or the portal changed its interface.':
    OPEN_BASE_URL,

  'the national portal refused the login (error {code})':
    'Cổng Dịch vụ công quốc gia từ chối đăng nhập (lỗi {code*})',
  '{service}: the portal answered error {code}': '{service}: cổng trả lời lỗi {code*}',
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
  'Set relay to false if no provincial relay stands in front of the national portal.':
    'Hãy đặt relay thành false nếu trước cổng quốc gia không có trục chuyển tiếp của tỉnh.',
  'Set relay to true if a provincial relay stands in front of the national portal.':
    'Hãy đặt relay thành true nếu trước cổng quốc gia có trục chuyển tiếp của tỉnh.',
  '{group}: a row of the national figures has no metrics':
    '{group}: một dòng số liệu của cổng quốc gia không có trường metrics',
  '{group}: the national figures have no rows':
    '{group}: số liệu của cổng quốc gia không có dòng nào',
  'service-results: the national figures have no row of {code}':
    'service-results: số liệu của cổng quốc gia không có dòng của {code}',
  '{group}: the reporting service did not answer OK':
    '{group}: dịch vụ báo cáo của cổng không trả lời OK',
  'The portal changed its interface; set reporting to false to go on without its figures.':
    CHANGED_INTERFACE,
  'Check reporting.rootDepartmentCode in the configuration.':
    'Hãy kiểm tra reporting.rootDepartmentCode trong cấu hình.',

  'OpenCPS gave no answer': 'OpenCPS không trả lời',
  'OpenCPS does not know the user (HTTP 203)': 'OpenCPS không nhận ra người dùng (HTTP 203)',
  'OpenCPS refuses this to the user (HTTP 401)':
    'OpenCPS không cho người dùng thực hiện việc này (HTTP 401)',
  'OpenCPS does not know the site or refuses it to the user (HTTP 403)':
    'OpenCPS không nhận ra site hoặc không cho người dùng truy cập site này (HTTP 403)',
  'access to OpenCPS is forbidden (HTTP 403)': 'bị cấm truy cập OpenCPS (HTTP 403)',
  'OpenCPS reports a fault of its own (HTTP 403)':
    'OpenCPS báo lỗi của chính hệ thống đó (HTTP 403)',
  'the statistics of OpenCPS refuse the question (HTTP 406, fault 400)':
    'phần thống kê của OpenCPS từ chối yêu cầu (HTTP 406, lỗi 400)',
  'the statistics of OpenCPS report a fault (HTTP 406)':
    'phần thống kê của OpenCPS báo lỗi (HTTP 406)',
  'the answer of OpenCPS is not an object': 'câu trả lời của OpenCPS không phải là một đối tượng',
  'the answer of OpenCPS holds no list of records':
    'câu trả lời của OpenCPS không có danh sách bản ghi',
  'the answer of OpenCPS states no total': 'câu trả lời của OpenCPS không ghi tổng số',
  'Check username, password and groupId in the configuration.':
    'Hãy kiểm tra username, password và groupId trong cấu hình.',
  'Ask the administrator of the one-stop system for the right to read dossiers and services.':
    'Hãy đề nghị quản trị hệ thống một cửa cấp quyền đọc hồ sơ và thủ tục hành chính.',
  'Check groupId in the configuration, and the rights of the user on that site.':
    'Hãy kiểm tra groupId trong cấu hình và quyền của người dùng trên site đó.',
  'Check that this machine may reach the one-stop system, and the rights of the user.':
    'Hãy kiểm tra máy này có được phép truy cập hệ thống một cửa không, và quyền của người dùng.',
  'Run again later; if it stays, the log of the one-stop system tells more.':
    'Hãy chạy lại sau; nếu vẫn lỗi, xem nhật ký của hệ thống một cửa.',
  'The version of OpenCPS may differ from those that are known.':
    'Phiên bản OpenCPS có thể khác các phiên bản đã biết.',
  'Check the base URL; the version of OpenCPS may differ from those that are known.':
    'Hãy kiểm tra địa chỉ gốc (base URL); phiên bản OpenCPS có thể khác các phiên bản đã biết.',
  '{list}: the portal counts {count} more than it hands out, twice in a row':
    '{list}: hai lần liền cổng báo nhiều hơn {count} bản ghi so với số đã trả về',
  'Lower windowDays in the configuration, or ask the administrator about broken records.':
    'Hãy giảm windowDays trong cấu hình, hoặc hỏi quản trị hệ thống về các bản ghi lỗi.',

  'not an organisation code': 'không phải là mã đơn vị',
  'the number of a site, as text': 'phải là số của site, viết dạng chuỗi ký tự',
  'not a month such as 2022-09': 'không phải là tháng, chẳng hạn 2022-09',
}
