import type { Catalogue } from '@cchc/domain'

/** How runs end, what they warn of, and why records are refused. */
export const syncVietnamese: Catalogue = {
  '{stream}: only the first {count} notes are told': '{stream}: chỉ nêu {count} ghi chú đầu tiên',
  'The run was stopped before it was finished': 'Lần chạy bị dừng trước khi xong',
  'Run the same sync again: it goes on from where it stopped.':
    'Hãy chạy lại lệnh sync này: hệ thống đọc tiếp từ chỗ đã dừng.',
  'connector {connector} has no reader {stream}':
    'bộ kết nối {connector} không đọc được luồng dữ liệu {stream}',
  'connector {connector} received for {stream}, which it has not':
    'bộ kết nối {connector} nhận dữ liệu cho luồng {stream} mà nó không có',
  'An unexpected error': 'Lỗi ngoài dự kiến',
  'An unexpected {kind}': 'Lỗi ngoài dự kiến {kind}',
  'An unexpected {kind} at {place}': 'Lỗi ngoài dự kiến {kind} tại {place}',
  '{stream}: the portal states {stated} rows, and only {came} came':
    '{stream}: cổng báo {stated} bản ghi nhưng chỉ nhận được {came}',
  '{stream}: the portal states {stated} rows, and {came} came':
    '{stream}: cổng báo {stated} bản ghi nhưng nhận được {came}',
  'has fields that are not allowed': 'có trường không được phép',
  'is not a valid value': 'giá trị không hợp lệ',
  'lies ahead of now': 'muộn hơn thời điểm hiện tại',
  '{stream}: the last whole pass is dated {instant}, later than now.':
    '{stream}: lần đọc trọn gần nhất ghi thời điểm {instant}, muộn hơn hiện tại.',
  '{stream}: the saved position is dated {instant}, later than now; it is not believed, and the next run reads from the beginning.':
    '{stream}: vị trí đã lưu ghi thời điểm {instant}, muộn hơn hiện tại; vị trí này không được dùng và lần chạy tới đọc lại từ đầu.',
  'What was stored last is dated {instant}, later than now: the clock of this machine was fast, or is slow now. Check it. Figures and reports are dated after that instant until it has come.':
    'Dữ liệu ghi gần nhất mang thời điểm {instant}, muộn hơn hiện tại: đồng hồ của máy đã chạy nhanh hoặc đang chạy chậm. Hãy kiểm tra đồng hồ. Cho đến khi tới thời điểm đó, số liệu và báo cáo mang thời điểm sau mốc này.',
  '{stream}: the position is dated {instant}, later than the clock of this machine or that of the portal; it is not believed, and the stream is read from the beginning.':
    '{stream}: vị trí đọc ghi thời điểm {instant}, muộn hơn giờ của máy này hoặc của cổng; vị trí này không được dùng và luồng dữ liệu được đọc lại từ đầu.',
  '{source}: the portal dated an answer {days} days and {hours} hours before the clock of this machine. Check that clock; if it is right, tell the administrator of the portal.':
    '{source}: cổng ghi thời điểm trả lời sớm hơn đồng hồ của máy này {days} ngày {hours} giờ. Hãy kiểm tra đồng hồ của máy; nếu đồng hồ đúng, hãy báo cho quản trị cổng.',
  '{source}: the portal dated an answer {days} days and {hours} hours after the clock of this machine. Check that clock; if it is right, tell the administrator of the portal.':
    '{source}: cổng ghi thời điểm trả lời muộn hơn đồng hồ của máy này {days} ngày {hours} giờ. Hãy kiểm tra đồng hồ của máy; nếu đồng hồ đúng, hãy báo cho quản trị cổng.',
  '{stream}: {count} dossiers bear a date of change that is later than now; it is not believed. Tell the administrator of the portal.':
    '{stream}: {count} hồ sơ có ngày cập nhật muộn hơn hiện tại; ngày đó không được dùng. Hãy báo cho quản trị cổng.',
  '{stream}: {count} stated rows break an identity of Form II.06; the first is that of {unit}, {days}: {identity}, {left} is not {right}. They are kept as they came; ask who states them.':
    '{stream}: {count} dòng số liệu sai cân đối của Biểu II.06; dòng đầu tiên là của {unit}, {days}: {identity}, {left} khác {right}. Các dòng được giữ nguyên như đã nhận; hãy hỏi lại nơi cung cấp.',
  '{stream}: the portal returned no dossiers, though {count} are stored from earlier runs':
    '{stream}: cổng không trả về hồ sơ nào, trong khi đã lưu {count} hồ sơ từ các lần chạy trước',
  '{stream}: {count} refused records cannot be read one by one; once the portal has mended them, run: cchc sync {source} --full':
    '{stream}: {count} bản ghi bị từ chối không đọc lại riêng từng bản ghi được; khi cổng đã sửa, hãy chạy: cchc sync {source} --full',
}
