import type { Catalogue } from '@cchc/domain'

/** What is wrong with schedules, and what became of their slots. */
export const schedulesVietnamese: Catalogue = {
  'write a time such as 30s, 10m or 2h': 'hãy viết khoảng thời gian như 30s, 10m hoặc 2h',
  'is no time of cron such as {example}: {reason}':
    'không phải thời điểm dạng cron như {example}: {reason}',
  'write hours such as 22:00-06:00': 'hãy viết khung giờ như 22:00-06:00',
  'write either sync or report': 'hãy ghi một trong hai mục sync hoặc report',
  'belongs to report only': 'chỉ dùng cho report',
  'belongs to sync only': 'chỉ dùng cho sync',
  'is required for a report': 'bắt buộc khi lập báo cáo',
  'no source is called {source}. {suggestion}': 'không có nguồn nào tên {source}. {suggestion}',
  'no form is called {form}. {suggestion}': 'không có biểu mẫu nào tên {form}. {suggestion}',
  'The schedules name forms that there are none of.': 'Lịch chạy nêu biểu mẫu không có.',
  'Another worker has taken over the slot {slot} of schedule {schedule}.':
    'Tiến trình khác đã tiếp nhận lượt chạy {slot} của lịch {schedule}.',
  'Nothing is to be done: the other worker does what is left.':
    'Không cần làm gì: tiến trình kia làm tiếp phần còn lại.',
  'It was missed: the slot {slot} was done for it.': 'Lượt này bị lỡ: lượt {slot} đã chạy thay.',
  'report {template}, {period}': 'báo cáo {template}, {period}',
  'all sources': 'mọi nguồn',
  'read everything again: {sources}': 'đọc lại toàn bộ: {sources}',
  'read: {sources}': 'đọc: {sources}',
  'schedule {schedule}': 'lịch {schedule}',
  '{slots} slots wait that nobody has begun': '{slots} lượt đang chờ, chưa có tiến trình nào chạy',
  'Start a worker: cchc worker': 'Hãy khởi động tiến trình: cchc worker',
  'the slot of {slot} failed': 'lượt {slot} thất bại',
  'cchc schedules says why.': 'cchc schedules cho biết lý do.',
  'next: {slot}': 'lượt tới: {slot}',
  'no slot comes': 'không còn lượt nào',
  'Its worker died {count} times.': 'Tiến trình chạy lượt này đã bị ngắt {count} lần.',
  'It was missed.': 'Lượt này bị lỡ.',
  'The hours of its schedule are over; it goes on at {instant}.':
    'Đã hết khung giờ của lịch; chạy tiếp lúc {instant}.',
  '{source}: {reason}': '{source}: {reason}',
  '{name}: cchc check finds {count} defects': '{name}: cchc check phát hiện {count} lỗi',
  'must be a whole number from 1 to 20': 'phải là số nguyên từ 1 đến 20',
  'No schedule is configured.': 'Chưa cấu hình lịch chạy nào.',
  'Add one below schedules: in the configuration; cchc init shows what they look like.':
    'Hãy thêm vào mục schedules: của cấu hình; cchc init cho thấy cách viết.',
  'cchc report lists the forms.': 'cchc report liệt kê các biểu mẫu.',
}
