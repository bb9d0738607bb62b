import type { doctorEn } from './doctor-en.ts'

/** Lời của `cchc doctor` về máy này và về bảng kết quả. */
export const doctorVi: typeof doctorEn = {
  what: 'Nội dung kiểm tra',
  fix: 'Việc cần làm',
  states: { good: 'tốt', look: 'CẦN XEM', broken: 'HỎNG' },
  node: 'Node',
  newerNode: 'Hãy cài Node 22.14 trở lên.',
  port: (host, port) => `cổng mạng ${host}:${port}`,
  free: 'còn trống',
  taken: 'đang được dùng, như khi cchc serve đang chạy',
  refused: (code) => `không mở được (${code})`,
  otherPort: 'Hãy đặt gateway.port hoặc gateway.host khác.',
  configuration: 'cấu hình',
  database: 'cơ sở dữ liệu',
  rest: 'chưa kiểm tra được các phần còn lại',
}
