import type { Catalogue } from '@cchc/domain'

/** How runs end, what they warn of, and why records are refused. */
export const syncVietnamese: Catalogue = {
  'The run was stopped before it was finished': 'Lần chạy bị dừng trước khi xong',
  'Run the same sync again: it goes on from where it stopped.':
    'Hãy chạy lại lệnh sync này: hệ thống đọc tiếp từ chỗ đã dừng.',
  'connector {connector} has no reader {stream}':
    'bộ kết nối {connector} không đọc được luồng dữ liệu {stream}',
  'An unexpected error': 'Lỗi ngoài dự kiến',
  'An unexpected {kind}': 'Lỗi ngoài dự kiến {kind}',
  'An unexpected {kind} at {place}': 'Lỗi ngoài dự kiến {kind} tại {place}',
  'has fields that are not allowed': 'có trường không được phép',
  'is not a valid value': 'giá trị không hợp lệ',
  '{stream}: the saved position cannot be read; reading from the beginning':
    '{stream}: không đọc được vị trí đã lưu; đọc lại từ đầu',
  '{stream}: the portal returned no dossiers, though {count} are stored from earlier runs':
    '{stream}: cổng không trả về hồ sơ nào, trong khi đã lưu {count} hồ sơ từ các lần chạy trước',
  '{stream}: {count} refused records cannot be read one by one; once the portal has mended them, run: cchc sync {source} --full':
    '{stream}: {count} bản ghi bị từ chối không đọc lại riêng từng bản ghi được; khi cổng đã sửa, hãy chạy: cchc sync {source} --full',
}
