import type { Catalogue } from '@cchc/domain'

/** What forms are refused for, and questions about their rows and columns. */
export const formsVietnamese: Catalogue = {
  'No report template is called {name}.': 'Không có biểu mẫu tên {name}.',
  'Known templates: {names}.': 'Các biểu mẫu hiện có: {names}.',
  'The form {form} is not made by {organisation} ({level}).':
    'Đơn vị {organisation} (cấp {level}) không lập biểu mẫu {form}.',
  'Ask for an organisation of level {level}.': 'Hãy chọn đơn vị thuộc cấp {level}.',
  'Ask for an organisation of level {level}; {organisation} makes {forms}.':
    'Hãy chọn đơn vị thuộc cấp {level}; {organisation} lập biểu {forms}.',
  '{level} or {other}': '{level} hoặc {other}',
  central: 'trung ương',
  province: 'tỉnh',
  department: 'sở, ban, ngành',
  district: 'huyện',
  commune: 'xã',
  unit: 'đơn vị trực thuộc',
  'The form {form} has no row {row}.': 'Biểu mẫu {form} không có dòng {row}.',
  'The report has no row {row}.': 'Báo cáo không có dòng {row}.',
  'The form has several columns.': 'Biểu mẫu có nhiều cột.',
  'The form has no column {column}.': 'Biểu mẫu không có cột {column}.',
  'Name one of: {names}.': 'Hãy nêu một trong: {names}.',
  'one of: {names}': 'một trong: {names}',

  'Report templates cannot be used as they stand.': 'Các biểu mẫu hiện không dùng được.',
  'is no JSON': 'không phải là JSON',
  'is not UTF-8': 'không phải là UTF-8',
  'another file has the template {id}': 'biểu mẫu {id} đã có ở tệp khác',
  'rows cannot be made from {name}; known: {known}':
    'không lập được các dòng từ {name}; hiện có: {known}',
  'a sentence has a place for {row}, which does not exist':
    'một câu có chỗ dành cho {row}, nhưng không có dòng này',
  'another row is called {id}': 'có dòng khác mang mã {id}',
  'there is no row {id}': 'không có dòng {id}',
  'is computed from itself': 'được tính từ chính nó',
  '{row} is a ratio, which cannot be divided': '{row} là tỷ lệ nên không chia được',
  'there is no column {part}': 'không có cột {part}',
  'the column is a {own}, but its parts are each a {kind}':
    'cột là {own}, nhưng từng thành phần là {kind}',

  '{place}: the counts behind it add up to {sum}, not to {stated}.':
    '{place}: các số đếm thành phần cộng lại là {sum}, không phải {stated}.',
  '{place}: its rows add up to {sum}, not to {stated}.':
    '{place}: các dòng thành phần cộng lại là {sum}, không phải {stated}.',
  '{place}: its columns add up to {sum}, not to {stated}.':
    '{place}: các cột thành phần cộng lại là {sum}, không phải {stated}.',
}
