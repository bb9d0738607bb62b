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
  'a text': 'chuỗi ký tự',
  'a number': 'số',
  'yes or no': 'giá trị có/không',
  'a list': 'danh sách',
  'an object': 'đối tượng',
  '{field} is new': 'có thêm trường {field}',
  '{field} no longer comes': 'không còn trường {field}',
  '{field} is {now} in {records} of {of} records, and was {was}':
    'trường {field} là {now} trong {records}/{of} bản ghi, trước đây là {was}',
  '{field} is {now}, and was {was}': 'trường {field} là {now}, trước đây là {was}',
  'and {count} more': 'và {count} thay đổi khác',
  '{first}; {rest}': '{first}; {rest}',
  '{path}: {message}': '{path}: {message}',
  '{stream}: {count} records were refused for one reason ({reason}), most likely because {changed}. Tell the administrator of the portal, or install a newer version of the connector.':
    '{stream}: {count} bản ghi bị từ chối vì cùng một lý do ({reason}), nhiều khả năng do {changed}. Hãy báo quản trị cổng, hoặc cài phiên bản mới hơn của bộ kết nối.',
  '{stream}: {count} records were refused for one reason ({reason}), most likely because {changed}. Export the files with these columns, or write their heads into the configuration under columns.':
    '{stream}: {count} bản ghi bị từ chối vì cùng một lý do ({reason}), nhiều khả năng do {changed}. Hãy kết xuất tệp có đủ các cột này, hoặc khai báo tiêu đề cột trong cấu hình, mục columns.',
  'has a field that had never come': 'có trường chưa từng có',
  '{stream}: {changed}': '{stream}: {changed}',
  '{stream}: {count} dossiers are over, and no day says when they ended: they count as in process, and later as overdue. Ask the administrator of the portal for the day.':
    '{stream}: {count} hồ sơ đã kết thúc nhưng không có ngày kết thúc nên được tính là đang giải quyết, sau đó là quá hạn. Hãy đề nghị quản trị cổng cung cấp ngày kết thúc.',
  'the records of the portal look otherwise than before: {changes}':
    'cấu trúc bản ghi của cổng khác trước: {changes}',
  'the files have other columns than before: {changes}': 'các tệp có cột khác trước: {changes}',
  'Look at the portal': 'Hãy kiểm tra cổng',
  'Look at the files; heads that are new go into the configuration under columns':
    'Hãy kiểm tra các tệp; tiêu đề cột mới thì khai báo trong cấu hình, mục columns',
  '{stream}: {changed}. Those that do are refused (drift: discard); if they are right, run: cchc sync {source} --accept-drift, and then: cchc quarantine retry --source {source}':
    '{stream}: {changed}. Các bản ghi khác cấu trúc bị từ chối (drift: discard); nếu đúng, hãy chạy: cchc sync {source} --accept-drift, sau đó: cchc quarantine retry --source {source}',
  'The source is frozen (drift: freeze): nothing more of this stream is stored. {look}; if all is right as it is, run: cchc sync {source} --accept-drift':
    'Nguồn đang ở chế độ đóng băng (drift: freeze): không lưu thêm gì của luồng này. {look}; nếu cấu trúc hiện nay là đúng, hãy chạy: cchc sync {source} --accept-drift',
  'Look at the portal. If its records are right as they are, sync the source with --accept-drift, and retry.':
    'Hãy kiểm tra cổng. Nếu cấu trúc bản ghi hiện nay là đúng, hãy đồng bộ nguồn với --accept-drift rồi đọc lại.',
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
