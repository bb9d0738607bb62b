import { levelsVi } from '../words-vi.ts'
import type { Phrases } from './phrases.ts'

/** What forms, statistics and files of reports are refused for. */
export const reportPhrases: Phrases = {
  'No report template is called {name}.': 'Không có biểu mẫu tên {name}.',
  'Known templates: {names}.': 'Các biểu mẫu hiện có: {names}.',
  'Report templates cannot be used as they stand.': 'Các biểu mẫu hiện không dùng được.',
  'row {row} is bound to the unknown figure {figure}':
    'dòng {row} gắn với số liệu {figure}, nhưng không có số liệu này',
  'a sentence has a place for {row}, which does not exist':
    'một câu có chỗ dành cho {row}, nhưng không có dòng này',
  'column {column} is the sum of {part}, which does not exist':
    'cột {column} là tổng của {part}, nhưng không có cột này',
  'is no JSON': 'không phải là JSON',
  'another file has the template {id}': 'biểu mẫu {id} đã có ở tệp khác',
  'The form {form} is not made by {organisation} ({level}).':
    'Đơn vị {organisation} (cấp {level*}) không lập biểu mẫu {form}.',
  'Ask for an organisation of level {level}.': 'Hãy chọn đơn vị thuộc cấp {level*}.',
  'Ask for an organisation of level {level} or {other}.':
    'Hãy chọn đơn vị thuộc cấp {level*} hoặc {other*}.',
  ...levelsVi,
  'The form {form} has no row {row}.': 'Biểu mẫu {form} không có dòng {row}.',
  'The report has no row {row}.': 'Báo cáo không có dòng {row}.',
  'The form has several columns.': 'Biểu mẫu có nhiều cột.',
  'The form has no column {column}.': 'Biểu mẫu không có cột {column}.',
  'Name one of: {names}.': 'Hãy nêu một trong: {names}.',

  'No counting rule is called {name}.': 'Không có quy tắc đếm tên {name}.',
  'Known rules: {names}.': 'Các quy tắc đếm hiện có: {names}.',
  'must be one of: {names}': 'phải là một trong: {names}',
  'Rules cannot be compared: {fault}.': 'Không so sánh được các quy tắc đếm: {fault*}.',
  'at least two rules are needed': 'cần ít nhất hai quy tắc đếm',
  'the rule {rule} is named twice': 'quy tắc đếm {rule} được nêu hai lần',
  'Name two or more different rules.': 'Hãy nêu từ hai quy tắc đếm khác nhau trở lên.',
  'No organisation {code} is known.': 'Không có đơn vị {code}.',
  'Check the code, or sync a source that lists organisations.':
    'Hãy kiểm tra mã, hoặc đồng bộ một nguồn có danh sách đơn vị.',
  'These statistics cannot be counted: {fault}': 'Không đếm được số liệu này: {fault*}',
  'Correct the period or the split and try again.': 'Hãy sửa kỳ hoặc cách chia rồi thử lại.',
  '{day} is not a day such as 2022-12-15': '{day} không phải là ngày, chẳng hạn 2022-12-15',
  'it ends ({to}) before it begins ({from})': 'ngày cuối ({to}) trước ngày đầu ({from})',
  '{dimension} is asked twice': '{dimension} được nêu hai lần',
  'a split by month needs the months': 'chia theo tháng thì phải nêu các tháng',
  'No portal states figures of its own for a period within {from}..{to}':
    'Không có cổng nào công bố số liệu riêng cho kỳ nằm trong {from}..{to}',
  'Sync the national portal first; its figures are of calendar periods: years, and quarters and months where reporting.periods asks for them.':
    'Hãy đồng bộ cổng quốc gia trước; số liệu của cổng theo kỳ dương lịch: năm, cùng quý và tháng nếu reporting.periods yêu cầu.',

  '{file} speaks of several reports, and none of them is surely this one.':
    '{file} nói về nhiều báo cáo và không xác định được báo cáo này.',
  'Keep only the figures of this report, or name its file or agency as `doc` does.':
    'Hãy chỉ giữ số liệu của báo cáo này, hoặc nêu tên tệp hay cơ quan đúng như ở `doc`.',
  '{file} holds neither figures of a text nor a task table.':
    '{file} không có số liệu của lời văn cũng không có bảng nhiệm vụ.',
  'Each figure needs "raw" and "value", and "appendixRow" to be compared; each task "no" and "task".':
    'Mỗi số liệu cần "raw" và "value", thêm "appendixRow" để đối chiếu; mỗi nhiệm vụ cần "no" và "task".',
  'The JSON document is not a filled report.': 'Tài liệu JSON không phải là báo cáo đã điền.',
  'Give a report that cchc wrote, or { "report": {...}, "rows": [{ "code", "label", "unit", "raw", "note" }] }.':
    'Hãy dùng báo cáo do cchc tạo, hoặc { "report": {...}, "rows": [{ "code", "label", "unit", "raw", "note" }] }.',
  '{file} is not valid JSON.': '{file} không phải là JSON hợp lệ.',
  'Correct the file.': 'Hãy sửa tệp.',
  '{file} is of a kind that cannot be checked.': '{file} thuộc loại tệp không kiểm tra được.',
  'Save it as .xlsx, .csv or .json.': 'Hãy lưu thành .xlsx, .csv hoặc .json.',
  '{file} cannot be read as an Excel workbook.': 'Không đọc được {file} như một tệp Excel.',
  'Open it in a spreadsheet program and save it again as .xlsx.':
    'Hãy mở bằng phần mềm bảng tính và lưu lại thành .xlsx.',
  '{file} is not UTF-8 text.': '{file} không phải là văn bản UTF-8.',
  'Save it again as “CSV UTF-8”.': 'Hãy lưu lại thành “CSV UTF-8”.',
  'No table of indicators was found in {file}.': 'Không tìm thấy bảng chỉ tiêu trong {file}.',
  'The table needs a row of column heads with at least “Chỉ tiêu” and “Số liệu”.':
    'Bảng phải có dòng tiêu đề cột, ít nhất có “Chỉ tiêu” và “Số liệu”.',

  'No table of an index was found in {file}.': 'Không tìm thấy bảng chỉ số trong {file}.',
  'No task table was found in {file}.': 'Không tìm thấy bảng nhiệm vụ trong {file}.',
  'The table needs a row of column heads with at least {columns}.':
    'Bảng phải có dòng tiêu đề cột, ít nhất có {columns}.',
  'has no row “Tổng” with the total': 'không có dòng “Tổng” ghi tổng điểm',
  'is needed for a table': 'bắt buộc phải có khi nhập bảng',
  'is above the maximum': 'vượt điểm tối đa',
  '{text} is no number': '{text} không phải là con số',
  'must be a place among so many, such as 13/20':
    'phải là thứ hạng trên tổng số đơn vị, chẳng hạn 13/20',
  'must be the number of the task': 'phải là số thứ tự của nhiệm vụ',
  'names no task': 'không nêu nhiệm vụ',
}
