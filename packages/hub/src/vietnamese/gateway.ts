import type { Catalogue } from '@cchc/domain'

/** What the gateway refuses. */
export const gatewayVietnamese: Catalogue = {
  'The body of the request cannot be read.': 'Không đọc được nội dung của yêu cầu.',
  'Send well-formed JSON with the header Content-Type: application/json.':
    'Hãy gửi JSON đúng chuẩn kèm tiêu đề Content-Type: application/json.',
  'Cannot listen on {host}:{port} ({code}).': 'Không mở được cổng mạng {host}:{port} ({code}).',
  'Choose another --port or --host, or end the program that holds it.':
    'Hãy chọn --port hoặc --host khác, hoặc tắt chương trình đang dùng cổng mạng đó.',
  'Without an API key the gateway may not listen on {host}.':
    'Không có khóa API thì không được mở dịch vụ tại {host}.',
  'Set CCHC_API_KEY to a long random text, or listen on 127.0.0.1.':
    'Hãy đặt CCHC_API_KEY là một chuỗi ngẫu nhiên dài, hoặc chỉ mở tại 127.0.0.1.',
  'Nothing is at {path}.': 'Không có gì tại {path}.',
  'See /docs or /openapi.json for what there is.':
    'Xem /docs hoặc /openapi.json để biết có những gì.',
  'The cursor is not one of this list.': 'Vị trí đã nêu không thuộc danh sách này.',
  'Send the `next` of the page before, or leave `after` out to begin again.':
    'Hãy gửi `next` của trang trước, hoặc bỏ `after` để bắt đầu lại.',
  'is not a cursor of this list': 'không phải là vị trí của danh sách này',
}
