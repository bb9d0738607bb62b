import { alertsVi } from './alerts-vi.ts'
import { auditVi } from './audit-vi.ts'
import { checkVi } from './check-vi.ts'
import { connectorVi } from './connector-vi.ts'
import { doctorVi } from './doctor-vi.ts'
import { dueVi } from './due-vi.ts'
import type { Messages } from './en.ts'
import { enteredVi } from './entered-vi.ts'
import { exportVi } from './export-vi.ts'
import { keysVi } from './keys-vi.ts'
import { periodVi } from './period-vi.ts'
import { schedulesVi } from './schedules-vi.ts'
import { serviceVi } from './service-vi.ts'
import { storeVi } from './store-vi.ts'
import { successionVi } from './succession-vi.ts'
import { choicesVi, formsVi, levelsVi, serviceLevelsVi, wordVi } from './words-vi.ts'

const help: Messages['help'] = {
  program:
    'CCHC Hub: số liệu cải cách hành chính lấy từ các cổng, được đếm, giải thích và điền vào biểu mẫu chính thức.',
  titles: {
    'Usage:': 'Cách dùng:',
    'Arguments:': 'Tham số:',
    'Options:': 'Tùy chọn:',
    'Commands:': 'Lệnh:',
    'Global Options:': 'Tùy chọn chung:',
  },
  subjects: {
    sources: 'Đọc dữ liệu từ các cổng:',
    figures: 'Số liệu và báo cáo:',
    catalogues: 'Danh mục làm căn cứ:',
    unattended: 'Tự chạy và cho nhiều người dùng:',
    upkeep: 'Vận hành, bảo quản:',
    developing: 'Kết nối cổng khác:',
  },
  after:
    'Mã kết thúc: 0 xong; 1 lỗi; 2 dùng sai lệnh hoặc cấu hình sai; 3 xong một phần\n' +
    '(có bản ghi bị từ chối hoặc dừng ở giới hạn); 4 số liệu cũ; 5 báo cáo được\n' +
    'kiểm tra có lỗi; 130 hoặc 143 bị dừng bằng Ctrl-C hoặc SIGTERM.\n' +
    'Kỳ báo cáo viết 2023, 2023-H1, 2023-Q2, 2023-M06, 2023-W24, 2023-9M hoặc\n' +
    '2022-12-15..2023-06-10.',
  word: wordVi,
  choices: choicesVi,
  help: 'hiện hướng dẫn',
  version: 'hiện phiên bản',
  common: {
    config: 'tệp cấu hình (mặc định cchc.config.yaml)',
    lang: 'ngôn ngữ của thông báo (mặc định theo LANG)',
    verbose: 'ghi nhật ký ra luồng lỗi chuẩn',
    gateway: 'hỏi dịch vụ ở địa chỉ này thay vì cơ sở dữ liệu tại chỗ (hoặc biến CCHC_GATEWAY)',
    key: 'khóa API của dịch vụ đó; nên đặt ở biến CCHC_KEY để không hiện trong danh sách tiến trình',
    format: 'dạng kết quả',
    limit: 'nhiều nhất bấy nhiêu',
  },
  init: {
    about: 'tạo cchc.config.yaml có chú thích',
    from: 'thư mục bảng tính đã kết xuất: xem các tệp và ghi cách đọc chúng',
    province:
      'tên tỉnh, thành phố hiện nay hoặc trước đây: ghi các tỉnh hợp thành từ ngày 01/7/2025',
  },
  stats: { about: 'số liệu trên màn hình' },
  reconcile: { output: 'thư mục ghi tệp của --format xlsx (mặc định là thư mục hiện tại)' },
  report: {
    format:
      'cách nhau bằng dấu phẩy: xlsx, docx, csv, md, json (mặc định xlsx; biểu lưu từ tệp nhận được thì theo tệp đó)',
    output:
      'thư mục, hoặc tên tệp nếu chỉ một dạng, để ghi (không có thì một csv, md hoặc json được ghi ra luồng chuẩn)',
    compare:
      'thay cho biểu: số liệu so với cùng kỳ năm trước (last-year) hoặc kỳ trước (last-period), dạng bảng, csv, md hoặc json',
  },
  check: {
    about:
      'kiểm tra các báo cáo đã điền (xlsx, docx, xls, ods, odt, csv, json), cả thư mục; mã kết thúc 5 khi có lỗi chắc chắn',
    rules: 'liệt kê những gì được kiểm tra, không kiểm tra tệp nào',
    narrative: 'tệp JSON các số liệu nêu trong lời văn, hoặc bảng nhiệm vụ',
    previous: 'báo cáo của kỳ trước',
    against: 'đơn vị có số liệu đã thu thập dùng để đối chiếu',
    period: 'kỳ của các số liệu đó',
    annotate:
      'ghi thêm bản sao của từng tệp xlsx, docx với ghi chú tại các ô có lỗi, để gửi lại đơn vị',
    output: 'thư mục ghi các bản sao, hoặc tên tệp nếu chỉ một tệp (mặc định là thư mục hiện tại)',
  },
  serve: {
    about: 'cung cấp số liệu qua HTTP cho đến khi dừng',
    host: 'địa chỉ lắng nghe',
    port: 'cổng lắng nghe',
  },
}

const failure: Messages['failure'] = {
  labels: { error: 'Lỗi', fix: 'Cách xử lý' },
  causes: {
    config_invalid: 'cấu hình không dùng được',
    usage_invalid: 'dùng sai lệnh',
    not_found: 'không tìm thấy',
    access_denied: 'không có quyền',
    portal_unavailable: 'không đọc được nguồn',
    portal_throttled: 'cổng yêu cầu giảm tốc độ',
    portal_denied: 'cổng từ chối đăng nhập hoặc quyền truy cập',
    portal_changed: 'cổng trả lời khác dạng đã biết',
    snapshot_suspicious: 'cổng gửi thiếu dữ liệu, giữ nguyên dữ liệu cũ',
    run_conflict: 'một lần chạy khác đang giữ nguồn này',
    run_interrupted: 'bị dừng giữa chừng',
    store_failed: 'không dùng được cơ sở dữ liệu',
    gateway_failed: 'dịch vụ ở xa không trả lời đúng',
    machine_refused: 'máy này không làm được',
    unexpected: 'lỗi ngoài dự kiến',
  },
  badLimit: 'phải là số nguyên từ 1 đến 1000',
  badPort: 'phải là cổng từ 0 đến 65535',
  givenTwice: 'tùy chọn này được nêu hai lần',
  outputLost: (reason: string) =>
    `Lỗi: không ghi được kết quả ra (${reason}), hoặc chỉ ghi được một phần: hãy giải phóng dung lượng rồi chạy lại lệnh`,
}

const columns: Messages['columns'] = {
  source: 'Nguồn',
  connector: 'Bộ kết nối',
  title: 'Cổng',
  streams: 'Luồng dữ liệu',
  stream: 'Luồng dữ liệu',
  maxAge: 'Cũ sau',
  result: 'Kết quả',
  records: 'Bản ghi',
  refused: 'Bị từ chối',
  missing: 'Không còn ở nguồn',
  drift: 'Khi cấu trúc thay đổi',
  open: 'Chưa chấp nhận',
  lastChange: 'Thay đổi gần nhất',
  changes: 'Nội dung thay đổi',
  completed: 'Đọc trọn lần cuối',
  lastCame: 'Nhận gần nhất',
  covered: 'Đã đọc trọn',
  inForce: 'Hiệu lực',
  freshness: 'Tình trạng',
  lastRun: 'Lần chạy cuối',
  run: 'Lần chạy',
  status: 'Kết quả',
  trigger: 'Khởi động',
  started: 'Bắt đầu',
  finished: 'Kết thúc',
  duration: 'Thời gian',
  fetched: 'Đã đọc',
  new: 'Mới',
  changed: 'Thay đổi',
  unchanged: 'Không đổi',
  removed: 'Đã gỡ',
  outdated: 'Bản cũ',
  rate: 'Bản ghi/giây',
  pages: 'Trang',
  parts: 'Phần',
  requests: 'Yêu cầu',
  retries: 'Gọi lại',
  bytes: 'Byte',
  failures: 'Luồng bị lỗi',
  read: 'Nội dung đã đọc',
  warnings: 'Cảnh báo',
  gate: 'Cửa kiểm soát',
  error: 'Lỗi',
  id: 'Mã',
  key: 'Bản ghi',
  reasons: 'Lý do từ chối',
  fields: 'Trường',
  timesSeen: 'Số lần',
  firstSeen: 'Gặp lần đầu',
  lastSeen: 'Gặp lần cuối',
  resolved: 'Xử lý xong',
  dismissed: 'Không cần xử lý',
  code: 'Mã',
  oldCode: 'Mã cũ',
  name: 'Tên',
  level: 'Cấp',
  parent: 'Trực thuộc',
  field: 'Lĩnh vực',
  serviceLevels: 'Dịch vụ trực tuyến',
  sources: 'Nguồn',
  template: 'Biểu mẫu',
  form: 'Số biểu',
  documents: 'Văn bản',
  makers: 'Đơn vị lập',
  periods: 'Kỳ báo cáo',
  verified: 'Đối chiếu văn bản',
  total: 'Tổng số',
  table: 'Bảng',
  rows: 'Số dòng',
}

const words: Messages['words'] = {
  tables: { dossiers: 'danh sách hồ sơ', counts: 'biểu số liệu' },
  status: {
    running: 'đang chạy',
    done: 'xong',
    partial: 'một phần',
    failed: 'lỗi',
    interrupted: 'bị dừng',
    abandoned: 'bỏ dở',
  },
  trigger: { manual: 'thủ công', schedule: 'theo lịch', retry: 'đọc lại', push: 'cổng gửi đến' },
  partsDone: (stream, done, all) => `${stream}: đã đọc ${done}/${all}`,
  fresh: 'mới',
  stale: 'CŨ',
  waiting: 'ĐANG CHỜ',
  gate: { closed: 'đóng', opened: 'tự mở lại', accepted: 'được chấp nhận' },
  beginning: 'từ đầu',
  never: 'chưa bao giờ',
  reachable: 'tốt',
  hours: (count) => `${count} giờ`,
  none: '-',
  nothing: 'Không có gì để hiện.',
  seconds: (text) => `${text} giây`,
  minutes: (minutes, seconds) => `${minutes} phút ${seconds} giây`,
  longHours: (hours, minutes) => `${hours} giờ ${minutes} phút`,
  levels: levelsVi,
  forms: formsVi,
  serviceLevels: serviceLevelsVi,
  columnsRead: (count) => `${count} cột số liệu`,
  thousands: '.',
  decimal: ',',
}

const notes: Messages['notes'] = {
  initFromDone: (path, units, own) =>
    `Đã tạo ${path} với ${units} đơn vị${own === 0 ? '' : `, trong đó ${own} đơn vị được tự đánh số vì không tệp nào ghi mã`}. Chạy tiếp: cchc sync`,
  unreadColumn: ({ head, places, meaning, like }) => {
    const why = like === null ? 'theo nội dung các ô' : `vì giống “${like}”`
    const held = meaning === null ? 'chưa rõ nội dung' : `có thể là ${meaning}, ${why}`
    return `${places.slice(0, 3).join(', ')}${places.length > 3 ? ', …' : ''}: không hiểu cột “${head}”; ${held}`
  },
  unreadColumns: (path) =>
    `Cột không hiểu được thì không được đọc. Cột nào cần dùng, hãy khai báo ở mục columns trong ${path}: đã có sẵn dòng cho từng cột.`,
  initDone: (path) =>
    `Đã tạo ${path}. Hãy điền các cổng, đặt các biến bí mật được nêu trong tệp, rồi chạy: cchc sources check`,
  more: (shown) => `Chỉ ${shown} mục đầu; xem thêm bằng --limit.`,
  moreNotes: (count, run) => `… và ${count} ghi chú khác: cchc runs show ${run}`,
  stale: 'Có số liệu cũ: cchc sync đọc lại, cchc runs cho biết lỗi trước đó.',
  refused: 'Có bản ghi bị từ chối: cchc quarantine cho biết lý do.',
  waiting: ({ source, since, shownAsOf, reasons }) =>
    `${source}: số liệu mới đang chờ ở cửa kiểm soát từ ${since}: ${reasons}. Số liệu đang hiện là số liệu lúc ${shownAsOf}. Hãy kiểm tra cổng; nếu đúng: cchc sync ${source} --accept`,
  checking: (source) => `${source}: đang thử kết nối …`,
  dryRun: 'Chưa ghi gì: đây là những gì một lần đồng bộ sẽ làm lúc này.',
  stopping: 'Đang dừng; nhấn Ctrl-C lần nữa để dừng ngay.',
  stoppedAtOnce: 'Đã dừng ngay; dữ liệu đã ghi vẫn giữ nguyên.',
  resumes: 'Dữ liệu đã ghi vẫn giữ nguyên; chạy lại lệnh này để đọc tiếp.',
  metricsAt: (url) => `Số đo cho Prometheus tại ${url}`,
  serving: (url) => `Đang phục vụ tại ${url}  (tài liệu: ${url}/docs; dừng bằng Ctrl-C)`,
  served: 'Đã dừng phục vụ.',
  gone: ({ source, stream, missing }) =>
    `${source} ${stream}: ${missing} hồ sơ đã lưu không còn ở nguồn; vẫn được tính. Nếu thực sự không còn: cchc sync ${source} --accept-removals`,
  finding: 'Lưu ý',
  missing: 'Chưa đầy đủ',
  statedDays: (place: string, units: string, days: string) =>
    `${place} cung cấp số liệu của ${units}: ${days}`,
  missingFix:
    'Hãy đọc các nguồn (cchc sync; nếu đặt since sớm hơn thì thêm --full), hoặc thêm --partial để xem phần đã biết.',
}

const progress: Messages['progress'] = {
  reading: (name) => `${name}: đang đọc`,
  done: (name, facts) => `${name}: xong, ${facts}`,
  stopped: (name, facts) => `${name}: dừng sau ${facts}`,
  at: (name, facts) => `${name}: ${facts}`,
  records: (count) => `${count} bản ghi`,
  of: (count, total) => `${count} trên ${total}`,
  rate: (count) => `${count}/giây`,
  left: (time) => `còn ${time}`,
}

export const vi: Messages = {
  help,
  failure,
  columns,
  words,
  notes,
  check: checkVi,
  progress,
  connector: connectorVi,
  entered: enteredVi,
  period: periodVi,
  due: dueVi,
  schedules: schedulesVi,
  service: serviceVi,
  store: storeVi,
  exporting: exportVi,
  keys: keysVi,
  audit: auditVi,
  doctor: doctorVi,
  alerts: alertsVi,
  succession: successionVi,
}
