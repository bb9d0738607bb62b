import type { storeEn } from './store-en.ts'

/** Lời nói về toàn bộ kho dữ liệu. */
export const storeVi: typeof storeEn = {
  about: 'chuyển dữ liệu đã lưu sang cơ sở dữ liệu khác, hoặc tính lại các tổng',
  backedUp: (file, at) =>
    `Đã ghi ${file} theo trạng thái lúc ${at} và đọc lại: đúng với dữ liệu đã đọc.`,
  restored: (file, at) =>
    `Kho dữ liệu nay như lúc ${at} (${file}). Để lấy dữ liệu phát sinh sau đó: cchc sync`,
  keysAgain: (keys) =>
    `Các khóa nay có hiệu lực: ${keys}. Tệp sao lưu không biết những khóa bị thu hồi sau khi sao lưu: hãy thu hồi lại (cchc keys revoke MÃ), hoặc khôi phục với --without-keys.`,
  keysGone:
    'Kho dữ liệu nay không có khóa nào. cchc serve đang chạy vẫn đòi khóa; nếu khởi động lại thì chính máy này được trả lời mà không cần khóa, trừ khi cấu hình có khóa. Trước đó hãy tạo khóa đầu tiên: cchc keys create',
  rebuilt: 'Đã tính lại các tổng từ hồ sơ; số liệu không đổi, trừ khi tổng cũ bị hỏng.',
  rebuildStopped:
    'Đã dừng. Số liệu vẫn đúng nhưng chậm hơn: được đếm từ hồ sơ cho đến khi chạy lại lệnh này đến hết.',
  moved: (target, config) =>
    `${target} có dữ liệu giống hệt, từng bảng một. Hãy ghi giá trị của --to vào store.url trong ${config}, khởi động lại cchc serve và các lịch chạy, rồi xem cchc status; cơ sở dữ liệu cũ được giữ nguyên.`,
}
