import type { Catalogue } from '@cchc/domain'

/** What `cchc doctor` looks at and finds. */
export const doctorVietnamese: Catalogue = {
  configuration: 'cấu hình',
  'read; {sources} sources': 'đọc được; {sources} nguồn',
  sources: 'các nguồn',
  'source {source}': 'nguồn {source}',
  'it sends by itself': 'nguồn tự gửi dữ liệu',
  'reached and logged in': 'kết nối và đăng nhập được',
  '{source}: stream {stream}': '{source}: luồng {stream}',
  'can be read': 'đọc được',
  database: 'cơ sở dữ liệu',
  '{target}: read and written': '{target}: đọc và ghi được',
  'clocks of this machine and of the portals': 'đồng hồ của máy này và của các cổng',
  'nothing is known against them': 'chưa thấy sai lệch',
  'Set the clock of this machine (NTP); docs/operations.md says what follows.':
    'Hãy chỉnh đồng hồ của máy này (NTP); docs/operations.md nói rõ việc tiếp theo.',
  'disk of the database': 'đĩa chứa cơ sở dữ liệu',
  '{gigabytes} GB are free': 'còn trống {gigabytes} GB',
  'Make room: a backup needs as much again as the database.':
    'Hãy giải phóng dung lượng: bản sao lưu cần thêm bằng dung lượng cơ sở dữ liệu.',
  'clock of the database': 'đồng hồ của cơ sở dữ liệu',
  '{seconds} s from that of this machine': 'lệch {seconds} giây so với máy này',
  'Set both by one time server (NTP).': 'Hãy chỉnh cả hai theo cùng một máy chủ thời gian (NTP).',
  'calendar of working days': 'lịch ngày làm việc',
  '{told}; provisional, without a notice: {days}': '{told}; tạm tính, chưa có thông báo: {days}',
  'holidays are known of {years}': 'đã có ngày nghỉ của các năm {years}',
  'Put those of the new year under calendar.days once their notice is published.':
    'Hãy khai báo ngày nghỉ năm mới ở calendar.days khi có thông báo chính thức.',
  'form {id}': 'biểu mẫu {id}',
  'counting rule {id}': 'quy tắc đếm {id}',
  'forms and counting rules': 'biểu mẫu và quy tắc đếm',
  'none ends soon': 'không mục nào sắp hết hiệu lực',
  'was in force until {day}': 'đã hết hiệu lực sau ngày {day}',
  'is in force until {day} only': 'chỉ có hiệu lực đến ngày {day}',
  '{told} (not held against the text)': '{told} (chưa đối chiếu văn bản)',
  'Successor: {successor}': 'Văn bản, biểu mẫu thay thế: {successor}',
  'certificate of source {source}': 'chứng thư số của nguồn {source}',
  'it cannot be read': 'không đọc được',
  'valid until {day}': 'có hiệu lực đến ngày {day}',
  'Have it renewed, and put the new one in its place.':
    'Hãy gia hạn và thay bằng chứng thư số mới.',
  'last backup': 'bản sao lưu gần nhất',
  '{file}, as of {instant}': '{file}, theo trạng thái lúc {instant}',
  'It is older than a week: cchc backup': 'Đã cũ hơn một tuần: cchc backup',
  gateway: 'cổng API',
  '{place}, for this machine only': '{place}, chỉ dùng trên máy này',
  '{place}, and no key is good any more: it answers nobody':
    '{place}, không còn khóa nào có hiệu lực: không yêu cầu nào được trả lời',
  'Make a key: cchc keys create NAME --scopes … --org CODE':
    'Tạo khóa: cchc keys create TÊN --scopes … --org MÃ',
  '{place}, with {count} keys': '{place}, với {count} khóa',
  '{place}, with {count} keys and tokens of {issuer}':
    '{place}, với {count} khóa và mã truy cập của {issuer}',
  'key {id} ({name})': 'khóa {id} ({name})',
  'is good until {day} only': 'chỉ còn hiệu lực đến {day}',
  'Make a new one (cchc keys create), hand it over and revoke this one.':
    'Hãy tạo khóa mới (cchc keys create), bàn giao rồi thu hồi khóa này.',
  'certificate that the portal of source {source} shows':
    'chứng thư mà cổng của nguồn {source} đưa ra',
  'Tell the administrator of the portal; once it has ended, nothing can be read.':
    'Hãy báo cho quản trị cổng; khi chứng thư hết hạn sẽ không đọc được dữ liệu.',
  'login system {issuer}': 'hệ thống đăng nhập {issuer}',
  'signing in on the page by {issuer}': 'đăng nhập trên trang bằng {issuer}',
  'comes back to {address}': 'quay về {address}',
  'whoever signs in may nothing: their tokens are mapped to nothing':
    'người đăng nhập không có quyền nào: mã truy cập chưa được khai báo quyền và đơn vị',
  'Fill in scopes and organisations of gateway.oidc.':
    'Hãy khai báo scopes và organisations của gateway.oidc.',
  'it describes no place where people sign in': 'hệ thống không nêu nơi để người dùng đăng nhập',
  'it takes no sign-in that is protected by PKCE (S256)':
    'hệ thống không nhận kiểu đăng nhập được bảo vệ bằng PKCE (S256)',
  'answers, with {count} public keys': 'có trả lời, {count} khóa công khai',
  'it describes another issuer, or says not where its keys are':
    'mô tả một hệ thống khác, hoặc không nêu khóa công khai ở đâu',
  'it answers no JSON': 'trả lời không phải JSON',
}
