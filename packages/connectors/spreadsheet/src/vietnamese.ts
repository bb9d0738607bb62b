import type { Catalogue } from '@cchc/domain'

/** What is told of exported spreadsheets. */
export const spreadsheetVietnamese: Catalogue = {
  '{place}: {note}': '{place}: {note}',
  '{place}: columns that are not understood: {heads}': '{place}: các cột không hiểu được: {heads}',
  '{place}: no column says how dossiers were handed in, so that none counts as online: all are in column (5) of Form II.06a':
    '{place}: không có cột hình thức nộp nên không hồ sơ nào được tính là trực tuyến: tất cả nằm ở cột (5) của Biểu II.06a',
  '{place}: no column says when dossiers are due, so that none counts as overdue':
    '{place}: không có cột ngày hẹn trả nên không hồ sơ nào được tính là quá hạn',
  '{place}: no column says when dossiers ended, so that all count as in process':
    '{place}: không có cột ngày hoàn thành hay ngày trả kết quả nên tất cả hồ sơ được tính là đang giải quyết',
  '{place}: columns about people, left out: {heads}':
    '{place}: các cột về cá nhân, không đọc: {heads}',
  '{place}: no list of dossiers and no form was found. Its columns are called: {heads}. If it is a list, write into the configuration, under columns, which of them is code and which receivedAt.':
    '{place}: không tìm thấy danh sách hồ sơ hay biểu số liệu nào. Tên các cột: {heads}. Nếu là danh sách hồ sơ, hãy khai báo trong cấu hình, mục columns, cột nào là mã hồ sơ (code) và cột nào là ngày tiếp nhận (receivedAt).',
  '{place}: no list of dossiers and no form was found':
    '{place}: không tìm thấy danh sách hồ sơ hay biểu số liệu nào',
  '{place}: a list of dossiers, none of which can be used':
    '{place}: danh sách hồ sơ, không có hồ sơ nào dùng được',
  '{place}: {count} dossiers, received from {first} to {last}; whole for {days} ({basis})':
    '{place}: {count} hồ sơ, tiếp nhận từ ngày {first} đến ngày {last}; đầy đủ cho {days} ({basis})',
  '{place}: a form with figures of {count} units and {fields} fields for {days} ({basis})':
    '{place}: biểu có số liệu của {count} đơn vị và {fields} lĩnh vực cho {days} ({basis})',
  'as it says above the table': 'theo dòng ghi phía trên bảng',
  'by the period that it names above the table': 'theo tên kỳ báo cáo phía trên bảng',
  'by the name of its file or sheet': 'theo tên tệp hoặc tên trang tính',
  'by the configuration': 'theo cấu hình',
  'by its newest date': 'theo ngày mới nhất trong danh sách',
  '{place}: holds nothing; export it again': '{place}: không có nội dung; hãy kết xuất lại',
  '{place}: hidden sheets, not read: {sheets}; show them if they belong to it':
    '{place}: các trang tính bị ẩn, không đọc: {sheets}; nếu là số liệu thì hãy bỏ ẩn',
  '{place}: is Form II.07b, which is not kept: procedures are counted from a catalogue of procedures':
    '{place}: là Biểu II.07b, không lưu số liệu của biểu này: số thủ tục được đếm từ danh mục thủ tục hành chính',
  '{place}: tells why dossiers are late, which is not kept':
    '{place}: là bảng nguyên nhân quá hạn, phần mềm không lưu số liệu này',
  '{place}: is no longer in the folder; those of its dossiers that no other list holds are told as missing and still count. Put it back, or accept that they are gone.':
    '{place}: không còn trong thư mục; hồ sơ chỉ có trong tệp này được báo là thiếu và vẫn được tính. Hãy để lại tệp, hoặc xác nhận là hồ sơ không còn.',
  '{place}: is no longer in the folder; the {count} rows that it stated count no more. Put it back to have them again.':
    '{place}: không còn trong thư mục; {count} dòng số liệu của tệp này không được tính nữa. Để lại tệp nếu vẫn cần.',
  'Several files state {unit} for {days}: {files}. The one read last counts; where they differ, reports say so. Leave the right one in the folder.':
    'Nhiều tệp cùng có số liệu của {unit} cho {days}: {files}. Tệp đọc sau cùng được tính; nếu khác nhau thì báo cáo có nêu. Hãy chỉ để lại tệp đúng trong thư mục.',
  'Several files state {units} for {days}: {files}':
    'Nhiều tệp cùng có số liệu của {units} cho {days}: {files}',
  'Leave the right one in the folder; otherwise the one read last counts.':
    'Hãy chỉ để lại tệp đúng trong thư mục; nếu không, tệp đọc sau cùng được tính.',
  '{cell}: states {count} dossiers, and {found} are there':
    '{cell}: ghi {count} hồ sơ, trong khi có {found} hồ sơ',
  '{cell}: states {stated} in all, and the rows add up to {found}':
    '{cell}: ghi tổng số {stated}, trong khi cộng các dòng được {found}',
  '{cell}: is no date such as 20/12/2022 08:30':
    '{cell}: không phải ngày tháng, chẳng hạn 20/12/2022 08:30',
  'Write it as a date, or map the right column under columns.':
    'Hãy ghi thành ngày tháng, hoặc khai báo đúng cột ở mục columns.',
  'its dates are written with the month first, such as 12/20/2022, and were read so':
    'ngày tháng trong danh sách ghi tháng trước ngày sau, chẳng hạn 12/20/2022, và được đọc theo thứ tự đó',
  'each unit is named once, so that rows without one are those of the unit above':
    'mỗi đơn vị chỉ ghi tên một lần nên các dòng để trống được hiểu là của đơn vị ghi phía trên',
  '{cell}: stands among dates in which a program took days for months':
    '{cell}: nằm trong cột ngày tháng mà một phần mềm đã đảo ngày với tháng',
  'Export the list again and do not save it in another program in between.':
    'Hãy kết xuất lại danh sách và không mở, lưu bằng phần mềm khác trước khi đưa vào.',
  '{cell}: says no day of reception': '{cell}: không ghi ngày tiếp nhận',
  '{cell}: is finished, and no day says when': '{cell}: đã giải quyết nhưng không ghi ngày nào',
  'Export the list with the day on which each dossier was finished.':
    'Hãy kết xuất danh sách có ngày hoàn thành của từng hồ sơ.',
  '{cell}: is no state of a dossier that is known': '{cell}: không phải trạng thái hồ sơ đã biết',
  '{cell}: is no way of handing in that is known': '{cell}: không phải hình thức nộp đã biết',
  '{cell}: says neither yes nor no': '{cell}: không rõ có hay không',
  'Write "có" or "không", or leave the cell blank.': 'Hãy ghi "có" hoặc "không", hoặc để trống ô.',
  '{cell}: is no code of a procedure such as 1.004875':
    '{cell}: không phải mã thủ tục, chẳng hạn 1.004875',
  'Correct the code, or leave it blank beside the name.':
    'Hãy sửa lại mã, hoặc để trống nếu đã có tên thủ tục.',
  '{place}: {count} dossiers name their procedure without its national code and are counted under its name. Write the codes into the configuration, under procedures, to have them with those of other sources.':
    '{place}: {count} hồ sơ chỉ ghi tên thủ tục, không có mã quốc gia, nên được tính theo tên. Khai báo mã ở mục procedures trong cấu hình để gộp với hồ sơ của các nguồn khác.',
  '{place}: {count} dossiers do not say of which procedure they are; where figures go by procedure they stand in a line of their own':
    '{place}: {count} hồ sơ không ghi thủ tục nào; trong số liệu theo thủ tục, các hồ sơ này nằm ở một dòng riêng',
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
