import type { connectorEn } from './connector-en.ts'

/** Lời nói với người viết bộ kết nối. */
export const connectorVi: typeof connectorEn = {
  about: 'bắt đầu, thử và kiểm chứng bộ kết nối của riêng mình',
  new: 'tạo gói cho bộ kết nối mới; THƯ MỤC là tên của bộ kết nối',
  test: 'chạy bộ kiểm tra tuân thủ của gói tại ĐƯỜNG DẪN',
  output: 'thư mục để ghi; phải trống',
  columns: {
    connector: 'Bộ kết nối',
    part: 'Phần',
    check: 'Nội dung kiểm tra',
    result: 'Kết quả',
    told: 'Việc cần làm',
  },
  passed: 'Đạt',
  failed: 'Không đạt',
  stream: (name, entity, read, refused) =>
    `${name} (${entity}): ${read} bản ghi ở trang đầu, ${refused} bị từ chối`,
  nothing: (name, entity) => `${name} (${entity}): không có gì`,
  refused: 'bị từ chối',
  removed: 'đã xóa',
  more: (count) => `và ${count} bản ghi nữa`,
  recorded: (stream, exchanges, kept, masked) =>
    `${stream}: ${exchanges} kết quả trả về; giữ giá trị của ${kept} trường, thay giá trị của ${masked} trường`,
  look: (folder) =>
    `Hãy xem ${folder}/fields.txt trước khi chuyển cho người khác: tệp nêu từng trường được giữ lại.`,
  begun: (folder, files) =>
    `Đã tạo ${files} tệp trong ${folder}. Tiếp theo: cd ${folder} && npm install && npm test`,
  proven: (connector, passed, failed) =>
    `${connector}: ${passed} nội dung đạt, ${failed} nội dung không đạt`,
}
