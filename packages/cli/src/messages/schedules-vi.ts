import type { schedulesEn } from './schedules-en.ts'

/** The same in Vietnamese. */
export const schedulesVi: typeof schedulesEn = {
  schedule: 'Lịch',
  does: 'Việc',
  pattern: 'Thời điểm',
  next: 'Lượt tới',
  last: 'Lượt gần nhất',
  outcome: 'Kết quả',
  waiting: 'Đang chờ',
  states: {
    due: 'đến lượt',
    running: 'đang chạy',
    done: 'xong',
    partial: 'một phần',
    failed: 'THẤT BẠI',
    skipped: 'bỏ qua',
  },
  late: 'Có lượt đang chờ mà chưa tiến trình nào chạy: hãy kiểm tra cchc worker',
  none: 'Chưa cấu hình lịch nào: cchc init cho thấy cách viết.',
  working: 'Đang chạy theo lịch; dừng bằng Ctrl-C.',
  ended: 'Tiến trình đã dừng.',
  began: 'bắt đầu',
  later: (at) => `chạy tiếp lúc ${at}`,
}
