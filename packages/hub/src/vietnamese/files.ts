import type { Catalogue } from '@cchc/domain'

/** What files that people hand in are refused for, and what they wrote into a cell. */
export const filesVietnamese: Catalogue = {
  'the file is a report of “{agency}”, not of “{name}”':
    'tệp là báo cáo của “{agency}”, không phải của “{name}”',
  'the file reports other days ({days}, not {asked})':
    'tệp báo cáo kỳ khác ({days}, không phải {asked})',
  'head of the report': 'đầu báo cáo',
  '{file} is not of this organisation and period; nothing was entered.':
    '{file} không phải của đơn vị và kỳ này; chưa nhập gì.',
  'Name the organisation and period of the file, or enter it --anyway.':
    'Hãy nêu đúng đơn vị và kỳ của tệp, hoặc vẫn nhập với --anyway.',

  '{path} is a folder and no file': '{path} là thư mục, không phải tệp',
  '{path} is no ordinary file (a pipe, socket or device)':
    '{path} không phải tệp thông thường (là đường ống, socket hoặc thiết bị)',
  '{file} is not valid JSON.': '{file} không phải là JSON hợp lệ.',
  'Correct the file.': 'Hãy sửa tệp.',
  '{file} cannot be read as a spreadsheet.': 'Không đọc được {file} như một bảng tính.',
  '{file} is a PDF, whose tables are not read.':
    '{file} là tệp PDF; phần mềm không đọc bảng trong đó.',
  'Ask for the file that it was made from; or open it in Word, save it as .docx, look its tables over and give that file.':
    'Hãy đề nghị gửi tệp gốc; hoặc mở bằng Word, lưu thành .docx, rà lại các bảng rồi dùng tệp đó.',
  '{file} is locked with a password.': '{file} bị khóa bằng mật khẩu.',
  '{file} is JSON and no table.': '{file} là JSON, không phải bảng.',
  'Save it as .xlsx, .docx, .ods, .odt, .xls or .csv.':
    'Hãy lưu thành .xlsx, .docx, .ods, .odt, .xls hoặc .csv.',
  '{file} is no spreadsheet, and no text whose characters are known.':
    '{file} không phải bảng tính, cũng không phải văn bản có bảng mã đọc được.',
  'Save it again as .xlsx, or as “CSV UTF-8”.': 'Hãy lưu lại thành .xlsx, hoặc thành “CSV UTF-8”.',
  'Open it and save it again as .xlsx or .docx, without a password.':
    'Hãy mở tệp và lưu lại thành .xlsx hoặc .docx, không đặt mật khẩu.',
  '{file} is a .doc or .rtf document, whose tables are not read.':
    '{file} là văn bản .doc hoặc .rtf; phần mềm không đọc bảng trong đó.',
  '{file} cannot be read as a text document.': 'Không đọc được {file} như một văn bản.',
  'Open it in Word or LibreOffice, choose “Save As”, take “Word Document (.docx)” and give that file.':
    'Hãy mở bằng Word hoặc LibreOffice, chọn “Lưu thành” (Save As), chọn loại “Word Document (.docx)” rồi dùng tệp đó.',
  'more than {count} tables': 'hơn {count} bảng',
  '{count} tables': '{count} bảng',
  '{file} has {has}; at most {most} are read.': '{file} có {has}; phần mềm đọc nhiều nhất {most}.',
  'more than {count} sheets': 'hơn {count} trang tính',
  '{count} sheets': '{count} trang tính',
  '{count} cells right of column {column} were not read.':
    'Không đọc {count} ô ở bên phải cột {column}.',
  'Sheet {sheet} is hidden and was not read.': 'Trang tính {sheet} bị ẩn nên không được đọc.',
  'Sheet {sheet}: {count} cells right of column {column} were not read.':
    'Trang tính {sheet}: không đọc {count} ô ở bên phải cột {column}.',
  'A quotation mark opens in line {line} and is not closed at the end of its cell.':
    'Dấu nháy kép mở ở dòng {line} không được đóng ở cuối ô.',
  'Close it, or write it twice ("") where it belongs to the text.':
    'Hãy đóng lại, hoặc viết hai lần ("") nếu dấu thuộc nội dung.',
  'The column “{head}” ({address}) was not understood: nothing in it was judged.':
    'Không hiểu cột “{head}” ({address}): số liệu trong cột này chưa được kiểm tra.',
  'The table at {address} was not understood: nothing in it was judged.':
    'Không hiểu bảng ở {address}: số liệu trong bảng này chưa được kiểm tra.',
  'it is a report of “{agency}”, which is none of the units':
    'là báo cáo của “{agency}”, không phải đơn vị nào trực thuộc',
  'nothing in it says which unit it is of': 'không có chỗ nào cho biết là của đơn vị nào',
  '{codes}: none of the units that send': '{codes}: không phải đơn vị trực thuộc phải gửi',
  '{name} ({code}) has sent figures for this period': '{name} ({code}) đã gửi số liệu của kỳ này',
  'Leave out only units that need not send; what one has sent is taken back by undo.':
    'Chỉ bỏ ra đơn vị không phải gửi; số liệu đơn vị đã gửi thì rút lại bằng lệnh undo.',
  'it reports other days ({days}, not {asked})': 'báo cáo kỳ khác ({days}, không phải {asked})',
  'nothing in the head says of which days it is':
    'phần đầu không ghi kỳ báo cáo (từ ngày đến ngày)',
  'there is another file of {unit} in the folder: keep the one that holds':
    'trong thư mục còn tệp khác của {unit}: hãy giữ lại tệp có giá trị',
  'The rows of the form {form} are not fixed: units are not added up in it.':
    'Các dòng của biểu {form} không cố định nên không cộng các đơn vị theo biểu này.',
  'Name a form with fixed rows, such as bnv-581-province.':
    'Hãy nêu biểu có các dòng cố định, ví dụ bnv-581-province.',
  'No organisation is known below {name} ({code}).':
    'Chưa biết đơn vị nào trực thuộc {name} ({code}).',
  '“{label}”: {part} units give its numerator and {whole} its denominator, not the same ones.':
    '“{label}”: {part} đơn vị có tử số, {whole} đơn vị có mẫu số, không phải cùng các đơn vị.',
  'There is no file in {folder}.': 'Không có tệp nào trong {folder}.',
  'Name a folder with the files.': 'Hãy nêu thư mục có các tệp.',
  'more than {count} files': 'hơn {count} tệp',
  '{folder} holds {has}; at most {most} are taken at once.':
    '{folder} có {has}; mỗi lần nhận nhiều nhất {most}.',
  '{count} files': '{count} tệp',
  'Split the folder.': 'Hãy chia nhỏ thư mục.',
  '--narrative and --previous belong to one file.':
    '--narrative và --previous chỉ dùng với một tệp.',
  'Check that file alone.': 'Hãy kiểm tra riêng tệp đó.',
  'No table in {file} has a row.': 'Không bảng nào trong {file} có dòng nào.',
  'Give the file with its rows below the heads of the columns.':
    'Hãy đưa tệp có các dòng bên dưới tiêu đề cột.',
  'more than {count} filled cells': 'hơn {count} ô có nội dung',
  '{count} filled cells': '{count} ô có nội dung',
  'more than {count} merged cells': 'hơn {count} ô trộn',
  '{count} merged cells': '{count} ô trộn',
  '{count} parts': '{count} phần',
  '{size} MB when unpacked': '{size} MB sau khi giải nén',
  '{size} MB': '{size} MB',
  'Save only the sheet with the table, as a file of its own.':
    'Hãy chỉ lưu trang tính có bảng số liệu thành một tệp riêng.',
  'No table of indicators was found in {file}.': 'Không tìm thấy bảng chỉ tiêu trong {file}.',
  'The table needs a row of column heads with at least “Chỉ tiêu” and “Số liệu”.':
    'Bảng phải có dòng tiêu đề cột, ít nhất có “Chỉ tiêu” và “Số liệu”.',
  'The JSON document is not a filled report.': 'Tài liệu JSON không phải là báo cáo đã điền.',
  'Give a report that cchc wrote, or { "report": {...}, "rows": [{ "code", "label", "unit", "raw", "note" }] }.':
    'Hãy dùng báo cáo do cchc tạo, hoặc { "report": {...}, "rows": [{ "code", "label", "unit", "raw", "note" }] }.',
  '{file} speaks of several reports, and none of them is surely this one.':
    '{file} nói về nhiều báo cáo và không xác định được báo cáo này.',
  'Keep only the figures of this report, or name its file or agency as `doc` does.':
    'Hãy chỉ giữ số liệu của báo cáo này, hoặc nêu tên tệp hay cơ quan đúng như ở `doc`.',
  '{file} holds neither figures of a text nor a task table.':
    '{file} không có số liệu của lời văn cũng không có bảng nhiệm vụ.',
  'Each figure needs "raw" and "value", and "appendixRow" to be compared; each task "no" and "task".':
    'Mỗi số liệu cần "raw" và "value", thêm "appendixRow" để đối chiếu; mỗi nhiệm vụ cần "no" và "task".',

  '{name} has a fault; nothing was entered.': '{name} có một lỗi; chưa nhập gì.',
  '{name} has {count} faults; nothing was entered.': '{name} có {count} lỗi; chưa nhập gì.',
  'Correct what is named and try again.': 'Hãy sửa các chỗ được nêu rồi thử lại.',
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

  '{text} is none of its values: {values}': '{text} không thuộc các giá trị cho phép: {values}',
  'has {count} characters; at most {most} are kept':
    'có {count} ký tự; chỉ lưu được nhiều nhất {most}',
  'the note {fault}': 'ghi chú {fault}',
  '{text} can be read in two ways; write 1.909 or 70,5':
    '{text} có thể hiểu theo hai cách; hãy viết như 1.909 hoặc 70,5',
  '{text} is a date, where a number is asked for': '{text} là ngày tháng, trong khi cần con số',
  '{text} is no plain number; put words into the note':
    '{text} không phải là con số; hãy ghi lời giải thích vào cột ghi chú',
  '{text} is below zero': '{text} nhỏ hơn 0',
  '{text} is a percentage, where a number is asked for':
    '{text} là tỷ lệ phần trăm, trong khi cần con số',
  '{text} is no whole number': '{text} không phải là số nguyên',
  '{fault} ({label})': '{fault} ({label})',
  'says {value}, but {place} says {other} of the same ({label})':
    'ghi {value}, nhưng {place} ghi {other} cho cùng chỉ tiêu ({label})',

  '{file} cannot be written anew: its parts are damaged, or hold more than 128 MB together.':
    'Không ghi lại được {file}: các phần trong tệp bị hỏng, hoặc tổng cộng quá 128 MB.',
  '{file} is no xlsx workbook and no docx document; only these can be filled.':
    '{file} không phải tệp xlsx hay docx; chỉ điền được hai loại tệp này.',
  '{file} is no xlsx workbook and no docx document: it cannot hold comments.':
    '{file} không phải tệp xlsx hay docx nên không ghi chú vào tệp được.',
  'Open it in an office program, save it as .xlsx or .docx and give that file.':
    'Hãy mở bằng phần mềm văn phòng, lưu lại thành .xlsx hoặc .docx rồi dùng tệp đó.',
  '{file} cannot be written anew as it is: read again, cell {address} is not as it was meant.':
    'Không ghi lại được {file} như hiện có: khi đọc lại, ô {address} không đúng như dự định.',
  'The rows of the form {form} are not fixed: files are not filled by it yet.':
    'Các dòng của biểu mẫu {form} không cố định: chưa điền được tệp theo biểu mẫu này.',
  '{file} has the rows of no form of this organisation’s level.':
    '{file} không có các dòng của biểu mẫu nào thuộc cấp của đơn vị này.',
  '{file} can be several forms: {forms}.': '{file} có thể là nhiều biểu mẫu: {forms}.',
  'Name the form with --template: {forms}.': 'Hãy nêu biểu mẫu bằng --template: {forms}.',
  'Name the form with --template: {forms}; or let it be learnt with --learn ID.':
    'Hãy nêu biểu mẫu bằng --template: {forms}; hoặc lưu tệp này thành biểu mẫu mới bằng --learn MÃ.',
  'A form that was not learnt of a file is called {id}.':
    'Đã có biểu mẫu {id} không được lưu từ tệp nhận được.',
  'Name the form otherwise.': 'Hãy đặt mã khác cho biểu mẫu.',
  '{file} holds figures already, so that it is no form: {cells}.':
    '{file} đã có số liệu ở ô {cells} nên chưa phải biểu trống.',
  'Clear these cells in a copy, and let that be learnt.':
    'Hãy xóa số liệu ở các ô này trong một bản sao rồi lưu bản sao đó thành biểu mẫu.',
  'a merged cell stretches over its cell': 'ô số liệu bị ô gộp che mất',
  'its cell is formatted as a date': 'ô số liệu được định dạng là ngày tháng',
  'its unit is {unit}, that of the form {own}':
    'đơn vị tính trong tệp là {unit}, của biểu mẫu là {own}',
  'not reported: no portal gives it and nobody has entered it':
    'chưa có số liệu: không cổng nào cung cấp và chưa ai nhập',
  'several rows of the file say the same': 'nhiều dòng trong tệp cùng ghi chỉ tiêu này',
  'no row of the form is known by its label or code':
    'biểu mẫu không có dòng nào trùng tên hoặc mã chỉ tiêu này',
  '{sheet}: {what}': '{sheet}: {what}',
  'The macros of {file} were left out.': 'Đã bỏ macro của {file}.',
  'A table with many columns is not filled: its columns count no dossiers that are known by their heads.':
    'Không điền bảng nhiều cột này: tên các cột không cho biết đếm hồ sơ nào.',
  'Nothing in {file} is known that could be filled.': 'Trong {file} không có ô nào biết cách điền.',
  'The columns need heads such as “Số hồ sơ đã giải quyết”, the rows names of fields or organisations.':
    'Cột cần có tên như “Số hồ sơ đã giải quyết”, dòng cần ghi tên lĩnh vực hoặc đơn vị.',
  'nothing is called so that dossiers were counted for in the period: no field, organisation or level':
    'trong kỳ không đếm được hồ sơ nào của lĩnh vực, đơn vị hoặc cấp có tên này',
  'several are called so': 'có nhiều lĩnh vực hoặc đơn vị cùng tên này',
  '“{line}” does not say what a row is.': '“{line}” không nêu được dòng đó là gì.',
  'Write the label of the row, “=”, and the row of the form, unit or field that it is.':
    'Hãy ghi tên dòng, dấu “=”, rồi dòng của biểu mẫu, đơn vị hoặc lĩnh vực tương ứng.',
  'its rows are not all that was counted: the total of all would not be their sum':
    'các dòng của bảng chưa phải toàn bộ số hồ sơ đếm được: tổng chung sẽ không bằng tổng các dòng',
  'words beside its name say that only a part of it is counted':
    'chữ ghi bên cạnh tên dòng cho biết chỉ tính một phần của dòng này',
}
