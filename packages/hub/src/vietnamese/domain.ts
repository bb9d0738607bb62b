import type { Catalogue } from '@cchc/domain'

/** What periods, figures, organisations and their records are refused for. */
export const domainVietnamese: Catalogue = {
  'This is a fault of CCHC Hub: report it with the command that you ran.':
    'Đây là lỗi của CCHC Hub: hãy báo lại kèm lệnh đã chạy.',
  'A parameter is wrong.': 'Có một tham số không đúng.',
  '{count} parameters are wrong.': 'Có {count} tham số không đúng.',
  'is not known here': 'không dùng được ở đây',
  '{said} {whatToDo}': '{said} {whatToDo}',
}
