import type { serviceEn } from './service-en.ts'

/** Lời nói về các dịch vụ của hệ thống. */
export const serviceVi: typeof serviceEn = {
  about: 'chạy serve và worker như dịch vụ của máy (systemd, Windows)',
  install: 'cài đặt dịch vụ, khởi động ngay và mỗi khi máy khởi động',
  status: 'dịch vụ có đang chạy không; mã kết thúc 1 khi dịch vụ đã cài mà không chạy',
  remove: 'dừng và gỡ bỏ dịch vụ',
  names: 'tên dịch vụ; mặc định tất cả',
  user: 'người dùng chạy dịch vụ; mặc định là chủ của tệp cấu hình',
  writable: 'các thư mục khác được phép ghi: của cơ sở dữ liệu, của báo cáo',
  print: 'chỉ hiện nội dung sẽ cài đặt, không thay đổi gì',
  system: 'hệ thống của nội dung được hiện; mặc định là hệ thống này',
  installed: (name, path) => `Đã cài đặt cchc-${name} (${path}) và đã khởi động.`,
  removed: 'đã dừng và gỡ bỏ',
  notThere: 'chưa được cài đặt',
}
