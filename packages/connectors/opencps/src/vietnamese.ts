import type { Catalogue } from '@cchc/domain'

/** What goes wrong between us and an OpenCPS. */
export const openCpsVietnamese: Catalogue = {
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
  'holds a list of something other than objects': 'có danh sách gồm những thứ không phải đối tượng',
  'is a row of statistics without its month': 'là dòng thống kê không ghi tháng',
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
  'Lower windowDays in the configuration, or ask the administrator about broken records.':
    'Hãy giảm windowDays trong cấu hình, hoặc hỏi quản trị hệ thống về các bản ghi lỗi.',
  'the number of a site, as text': 'phải là số của site, viết dạng chuỗi ký tự',
}
