import type { Catalogue } from '@cchc/domain'

/** What is told of exported spreadsheets. */
export const spreadsheetVietnamese: Catalogue = {
  '{place}: {note}': '{place}: {note}',
  '{place}: columns that are not understood: {heads}': '{place}: các cột không hiểu được: {heads}',
  '{place}: columns about people, left out: {heads}':
    '{place}: các cột về cá nhân, không đọc: {heads}',
  '{place}: the days are taken from the name of the period: {days}':
    '{place}: ngày số liệu lấy theo tên kỳ báo cáo: {days}',
  '{place}: is Form II.07b, of which nothing is read':
    '{place}: là Biểu II.07b, phần mềm không đọc số liệu của biểu này',
  '{place}: no list of dossiers and no form was found':
    '{place}: không tìm thấy danh sách hồ sơ hay biểu số liệu nào',
  '{place}: a list of dossiers, none of which can be used':
    '{place}: danh sách hồ sơ, không có hồ sơ nào dùng được',
  '{place}: {count} dossiers, received from {from} to {to}':
    '{place}: {count} hồ sơ, tiếp nhận từ ngày {from} đến ngày {to}',
  '{place}: a form with the figures of {count} units':
    '{place}: biểu có số liệu của {count} đơn vị',
  '{cell}: states {count} dossiers, and {found} are there':
    '{cell}: ghi {count} hồ sơ, trong khi có {found} hồ sơ',
  '{cell}: states {stated} in all, and the rows add up to {found}':
    '{cell}: ghi tổng số {stated}, trong khi cộng các dòng được {found}',
  '{cell}: is no date such as 20/12/2022 08:30':
    '{cell}: không phải ngày tháng, chẳng hạn 20/12/2022 08:30',
  'Write it as a date, or map the right column under columns.':
    'Hãy ghi thành ngày tháng, hoặc khai báo đúng cột ở mục columns.',
  '{cell}: says no day of reception': '{cell}: không ghi ngày tiếp nhận',
  '{cell}: is finished, and no day says when': '{cell}: đã giải quyết nhưng không ghi ngày nào',
  'Export the list with the day on which each dossier was finished.':
    'Hãy kết xuất danh sách có ngày hoàn thành của từng hồ sơ.',
  '{cell}: is no state of a dossier that is known': '{cell}: không phải trạng thái hồ sơ đã biết',
  '{cell}: is no way of handing in that is known': '{cell}: không phải hình thức nộp đã biết',
  '{cell}: names no procedure whose code is known': '{cell}: không nêu thủ tục nào đã biết mã',
  'Export the list with the codes of procedures, or name them under procedures.':
    'Hãy kết xuất danh sách có mã thủ tục, hoặc khai báo ở mục procedures.',
  '{cell}: names a unit that is not known': '{cell}: tên đơn vị chưa được khai báo',
  '{cell}: names several units': '{cell}: tên trùng với nhiều đơn vị',
  'Write the name and its code into the configuration under units.':
    'Hãy khai báo tên và mã đơn vị trong cấu hình, mục units.',
  '{cell}: nothing says whose dossier it is': '{cell}: không rõ hồ sơ của đơn vị nào',
  'Name the unit above the table, or in the configuration under organisation.':
    'Hãy ghi tên đơn vị phía trên bảng, hoặc khai báo trong cấu hình, mục organisation.',
  '{cell}: nothing says whose figures they are': '{cell}: không rõ số liệu của đơn vị nào',
  '{cell}: nothing says of which days the figures are':
    '{cell}: không rõ số liệu của những ngày nào',
  'Write “Từ ngày … đến ngày …” above the table, or period into the configuration.':
    'Hãy ghi “Từ ngày … đến ngày …” phía trên bảng, hoặc khai báo period trong cấu hình.',
  '{cell}: is no whole number such as 1.909': '{cell}: không phải số nguyên, chẳng hạn 1.909',
  'Correct the cell; leave it blank where nothing is known.':
    'Hãy sửa ô này; để trống nếu không có số liệu.',
  'Correct the table: the total, or the row that is wrong.':
    'Hãy sửa bảng: dòng tổng số, hoặc dòng ghi sai.',
  'the folder holds no file': 'thư mục không có tệp nào',
  'Put the exported spreadsheets into it, or correct path in the configuration.':
    'Hãy để các bảng tính đã kết xuất vào đó, hoặc sửa path trong cấu hình.',
}
