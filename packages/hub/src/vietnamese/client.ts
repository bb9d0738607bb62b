import type { Catalogue } from '@cchc/domain'

/** What is said of the gateway of another hub. */
export const clientVietnamese: Catalogue = {
  'The address of the gateway cannot be used.': 'Không dùng được địa chỉ của dịch vụ.',
  'Write it as https://HOST, with no name and no password in it.':
    'Hãy ghi dạng https://MÁY-CHỦ, không kèm tên và mật khẩu.',
  'What {url} answered is no JSON.': 'Nội dung {url} trả lời không phải là JSON.',
  'Look whether a gateway of CCHC Hub is at this address.':
    'Hãy xem ở địa chỉ này có dịch vụ của CCHC Hub không.',
  'What is asked is longer than {most} characters.': 'Câu hỏi dài hơn {most} ký tự.',
  'Ask for less at once.': 'Hãy hỏi ít hơn trong một lần.',
  'What the gateway answered to {path} is not understood.':
    'Không hiểu nội dung dịch vụ trả lời cho {path}.',
  'Use cchc or @cchc/client of the version that the gateway has.':
    'Hãy dùng cchc hoặc @cchc/client cùng phiên bản với dịch vụ.',
  'The answer of {url} is longer than {size} MB.': 'Nội dung {url} trả lời dài hơn {size} MB.',
  'The gateway at {url} took too long.': 'Dịch vụ tại {url} trả lời quá lâu.',
  'The gateway at {url} cannot be reached ({reason}).':
    'Không kết nối được dịch vụ tại {url} ({reason}).',
  'Look whether it runs, and whether its address is right.':
    'Hãy xem dịch vụ có đang chạy và địa chỉ có đúng không.',
  '{url} answered with status {status}, and not as a gateway does.':
    '{url} trả lời mã {status}, không giống dịch vụ của CCHC Hub.',
  'A line of {path} is no JSON: it was cut off.':
    'Có dòng của {path} không phải JSON: dữ liệu bị cắt giữa chừng.',
  'The export {path} ended before it was whole.': 'Bản xuất {path} kết thúc khi chưa trọn vẹn.',
  'Export it again; the part that came is not the whole.':
    'Hãy xuất lại; phần đã nhận chưa phải toàn bộ.',
}
