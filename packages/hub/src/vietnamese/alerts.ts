import type { Catalogue } from '@cchc/domain'

/** What people are told of the hub itself, and how it is configured. */
export const alertsVietnamese: Catalogue = {
  'cchc status, then cchc runs --source ID and cchc sources check ID':
    'Chạy cchc status, rồi cchc runs --source MÃ và cchc sources check MÃ',
  'Source {source} is stale: {streams}': 'Nguồn {source} đã cũ: {streams}',
  '{stream} (never read whole)': '{stream} (chưa đọc trọn lần nào)',
  '{stream} (last at {instant})': '{stream} (lần cuối {instant})',
  'cchc runs show, with the number of that run behind it, says what to do; the next run goes on from where this one stopped':
    'Lệnh cchc runs show kèm số của lần chạy nói trên cho biết việc cần làm; lần chạy sau đi tiếp từ chỗ dừng',
  'Run {run} of source {source} did only a part':
    'Lần chạy {run} của nguồn {source} chỉ xong một phần',
  'Run {run} of source {source} was interrupted': 'Lần chạy {run} của nguồn {source} bị ngắt',
  'Run {run} of source {source} failed': 'Lần chạy {run} của nguồn {source} thất bại',
  'Run {run} of source {source} failed: {reason}':
    'Lần chạy {run} của nguồn {source} thất bại: {reason}',
  'cchc quarantine --source ID tells the reasons': 'cchc quarantine --source MÃ cho biết lý do',
  '{count} records of source {source} are refused, more than {limit}':
    '{count} bản ghi của nguồn {source} bị từ chối, vượt mức {limit}',
  'Look at the portal; if the figures are right: cchc sync ID --accept':
    'Hãy kiểm tra cổng; nếu số liệu đúng: cchc sync MÃ --accept',
  'Newer figures of source {source} wait at its gate since {instant}: {reasons}':
    'Số liệu mới của nguồn {source} đang chờ ở cửa kiểm soát từ {instant}: {reasons}',
  'Look at the portal; if its records are right: cchc sync ID --accept-drift':
    'Hãy kiểm tra cổng; nếu bản ghi đúng: cchc sync MÃ --accept-drift',
  'The records of source {source} look otherwise than before: {changes}':
    'Cấu trúc bản ghi của nguồn {source} khác trước: {changes}',
  '{stream}: {changes}': '{stream}: {changes}',
  'cchc schedules says why; slots that wait need a cchc worker':
    'cchc schedules cho biết lý do; lượt đang chờ cần có cchc worker',
  'The last slot of schedule {schedule} failed': 'Lượt gần nhất của lịch {schedule} thất bại',
  '{slots} slots of schedule {schedule} wait that nobody has begun':
    '{slots} lượt của lịch {schedule} đang chờ mà chưa tiến trình nào chạy',
  'Ask for the successor: docs/operations.md, "Forms and rules out of force"':
    'Hãy dùng biểu mẫu, quy tắc thay thế: docs/operations.md, mục "Forms and rules out of force"',
  '{what} was in force until {day}; successor: {successor}':
    '{what} đã hết hiệu lực từ sau ngày {day}; thay thế: {successor}',
  '{what} is in force until {day} only; successor: {successor}':
    '{what} chỉ còn hiệu lực đến ngày {day}; thay thế: {successor}',
  'Holidays are known of {years}, not yet of {year}':
    'Đã có ngày nghỉ của các năm {years}, chưa có của năm {year}',
  'Correct alerts.channels in the configuration, then: cchc alerts test CHANNEL':
    'Hãy sửa alerts.channels trong cấu hình, rồi: cchc alerts test KÊNH',
  '{count} messages of channel {channel} are not delivered: {failure}':
    '{count} tin của kênh {channel} chưa gửi được: {failure}',
  'alert channel {channel}': 'kênh báo {channel}',
  'nothing is known against it': 'chưa thấy trục trặc',
  '{count} messages are not delivered: {failure}': '{count} tin chưa gửi được: {failure}',
  '{program} cannot be started ({code})': 'không chạy được {program} ({code})',
  '{program} ended with {code}': '{program} kết thúc với mã {code}',
  '{count} of the recipients were refused by the mail server':
    'máy chủ thư từ chối {count} địa chỉ nhận',
  '{place}: {code}': '{place}: {code}',
  '{place}: {code}, the server answered {status}': '{place}: {code}, máy chủ trả lời {status}',
  'The channel is no longer configured.': 'Kênh này không còn trong cấu hình.',
  '{org}: dossiers cannot be counted: {told}': '{org}: không đếm được hồ sơ: {told}',
  'Overdue: {count}': 'Quá hạn: {count}',
  'not known': 'chưa biết',
  never: 'chưa lần nào',
  'and {count} more dossiers': 'và {count} hồ sơ khác',
  'What is missing of these counts:': 'Phần còn thiếu của số liệu này:',
  'Overdue + due soon:': 'Quá hạn + sắp đến hạn:',
  'Codes of overdue dossiers, the earliest due first:':
    'Mã hồ sơ quá hạn, hồ sơ hẹn trả sớm nhất trước:',
  'Codes of dossiers due soon:': 'Mã hồ sơ sắp đến hạn:',
  'The same count: {command}': 'Xem lại số quá hạn: {command}',
  '{name}: overdue dossiers: {overdue}, due soon: {soon}':
    '{name}: hồ sơ quá hạn: {overdue}, sắp đến hạn: {soon}',
  '{sentence} (not complete)': '{sentence} (chưa đầy đủ)',
  'Dossiers in process at {name} ({code}) on {day}':
    'Hồ sơ đang giải quyết tại {name} ({code}), ngày {day}',
  'Due within {days} working days, until {day}: {count}':
    'Đến hạn trong {days} ngày làm việc, đến hết ngày {day}: {count}',
  'All is well: {count} sources': 'Mọi việc bình thường: {count} nguồn',
  '{count} things need a look': '{count} việc cần xem',
  '{source}: whole as of {at}': '{source}: đọc trọn đến {at}',
  'What holds now: cchc alerts': 'Xem những điều đang tồn tại: cchc alerts',
  '{count} changes of state': '{count} thay đổi trạng thái',
  'Over: {sentence}': 'Đã hết: {sentence}',
  'Was so from {from} to {to}: {sentence}': 'Đã xảy ra từ {from} đến {to}: {sentence}',
  'Worse: {sentence}': 'Nặng hơn: {sentence}',
  'Broken: {sentence}': 'Hỏng: {sentence}',
  'To look at: {sentence}': 'Cần xem: {sentence}',
  'No channel is configured: nobody would be told.': 'Chưa cấu hình kênh nào: không có ai để báo.',
  'Name one under alerts.channels in the configuration; cchc init shows what it looks like.':
    'Hãy khai báo ở alerts.channels trong cấu hình; cchc init cho thấy cách khai báo.',
  'No channel {name} is configured': 'Chưa cấu hình kênh {name}',
  'Test message': 'Tin thử',
  'This message was asked for with cchc alerts test. Nothing is wrong.':
    'Tin này do lệnh cchc alerts test gửi. Không có sự cố nào.',
  'write a time of day such as "07:30"': 'hãy viết giờ dạng "07:30"',
  'mail to another machine is encrypted: starttls or implicit':
    'thư gửi sang máy khác phải mã hóa: starttls hoặc implicit',
  'no such channel. {meant}': 'không có kênh này. {meant}',
  'belongs to mail alone': 'chỉ dùng cho thư điện tử',
}
