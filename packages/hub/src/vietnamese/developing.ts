import type { Catalogue } from '@cchc/domain'

/** What is said to those who write connectors. */
export const developingVietnamese: Catalogue = {
  '{source} is a folder of files, which answers nothing':
    '{source} là một thư mục tệp, không có kết quả trả về để giữ lại',
  'Its files are what it gives; see what is read of them with: cchc connector try {source}':
    'Các tệp chính là dữ liệu của nguồn; xem phần đọc được bằng: cchc connector try {source}',
  'That cannot be the name of a connector': 'Tên đó không dùng làm tên bộ kết nối được',
  'Use lower-case letters, digits and single hyphens, at most 40, such as city-permits.':
    'Hãy dùng chữ thường không dấu, chữ số và dấu gạch nối đơn, tối đa 40 ký tự, ví dụ city-permits.',
  'Choose another name, or move it away and try again.':
    'Hãy chọn tên khác, hoặc chuyển thư mục đó đi rồi thử lại.',
  'There is no package with vitest at {folder}': 'Không có gói nào kèm vitest tại {folder}',
  'Name the folder of a connector, and run npm install in it.':
    'Hãy nêu thư mục của một bộ kết nối, và chạy npm install trong thư mục đó.',
  '{name} cannot be run': 'Không chạy được {name}',
  'See what npx vitest run says in {folder}.':
    'Hãy xem thông báo của npx vitest run trong {folder}.',
  'No test in {folder} proves a connector': 'Trong {folder} không có bài kiểm tra bộ kết nối nào',
  'Call testConnector of @cchc/connector-kit/conformance in one of its tests.':
    'Hãy gọi testConnector của @cchc/connector-kit/conformance trong một bài kiểm tra.',
  'The tests were stopped before they ended': 'Việc kiểm tra bị dừng trước khi kết thúc',
  'No stream {name} of this source': 'Nguồn này không có luồng {name}',
  '{source} sends by itself and cannot be read': '{source} tự gửi dữ liệu đến, không đọc được',
  'See with cchc status when something last came from it.':
    'Hãy xem bằng cchc status lần cuối nguồn này gửi dữ liệu.',
  'They may take 15 minutes at most.': 'Việc kiểm tra được chạy tối đa 15 phút.',
}
