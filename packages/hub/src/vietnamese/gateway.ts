import type { Catalogue } from '@cchc/domain'

/** What the gateway refuses. */
export const gatewayVietnamese: Catalogue = {
  'The body of the request cannot be read.': 'Không đọc được nội dung của yêu cầu.',
  'Send well-formed JSON with the header Content-Type: application/json.':
    'Hãy gửi JSON đúng chuẩn kèm tiêu đề Content-Type: application/json.',
}
