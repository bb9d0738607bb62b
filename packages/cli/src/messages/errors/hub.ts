import type { Phrases } from './phrases.ts'

/** What the configuration and questions to the hub get for an answer when they are wrong. */
export const hubPhrases: Phrases = {
  'There is no configuration at {path}': 'Không có tệp cấu hình tại {path}',
  '{path} cannot be read ({code})': 'Không đọc được {path} ({code})',
  'Write one with cchc init, or name yours with --config PATH.':
    'Hãy tạo bằng cchc init, hoặc nêu tệp cấu hình bằng --config PATH.',
  'Check that it is a file and that you may read it.':
    'Hãy kiểm tra đó là một tệp và được phép đọc.',
  '{name} is not valid YAML': '{name} không phải là YAML hợp lệ',
  'Correct the lines named; indentation is two spaces, and values with # or : need quotes.':
    'Hãy sửa các dòng được nêu; thụt đầu dòng bằng hai dấu cách, giá trị có # hoặc : phải đặt trong dấu nháy kép.',
  '{name} has one fault': '{name} có một lỗi',
  'configuration has one fault': 'cấu hình có một lỗi',
  '{name} has {count} faults': '{name} có {count} lỗi',
  'configuration has {count} faults': 'cấu hình có {count} lỗi',
  'Correct {name} and try again; cchc init writes an example with comments.':
    'Hãy sửa {name} rồi thử lại; cchc init tạo tệp mẫu có chú thích.',
  'Correct configuration and try again; cchc init writes an example with comments.':
    'Hãy sửa cấu hình rồi thử lại; cchc init tạo tệp mẫu có chú thích.',
  '{path} exists already': '{path} đã có sẵn',
  'Edit it, or move it away and try again.': 'Hãy sửa tệp đó, hoặc chuyển đi nơi khác rồi thử lại.',
  '{path} cannot be written ({code})': 'Không ghi được {path} ({code})',
  'Check that the folder exists and that you may write into it.':
    'Hãy kiểm tra thư mục đã có và được phép ghi.',

  'must be a mapping (name: value)': 'phải là các mục dạng (tên: giá trị)',
  'no connector is called {name}.': 'không có bộ kết nối tên {name}.',
  'Allowed: {names}': 'Được phép: {names}',
  'is not a setting; Allowed here: {names}':
    'không phải là một mục cấu hình; ở đây được phép: {names}',
  'is not a setting; did you mean {name}? Allowed here: {names}':
    'không phải là một mục cấu hình; có phải ý bạn là {name}? Ở đây được phép: {names}',
  'is no secret: write the value itself':
    'không phải là giá trị bí mật: hãy viết trực tiếp giá trị',
  'is a secret and must not be written here: write ${env:NAME} and set that environment variable, or ${file:PATH} and put it into that file': `là giá trị bí mật, không được viết ở đây: hãy viết \${env:NAME} và đặt biến môi trường đó, hoặc viết \${file:PATH} và ghi giá trị vào tệp đó`,
  'the environment variable {name} is not set: export {again}=… before you start':
    'chưa đặt biến môi trường {name}: hãy chạy export {again}=… trước khi bắt đầu',
  'the file {path} is empty': 'tệp {path} để trống',
  'the file {path} cannot be read ({code})': 'không đọc được tệp {path} ({code*})',
  'use lower-case letters, digits and hyphens, at most 40':
    'chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, nhiều nhất 40 ký tự',
  'write sqlite:PATH or postgres://…': 'hãy viết sqlite:PATH hoặc postgres://…',
  'needs an apiKey when others than this machine can reach it; 127.0.0.1 needs none':
    'cần apiKey khi máy khác truy cập được; 127.0.0.1 thì không cần',
  'must not be before validFrom': 'không được trước validFrom',

  'Did you mean {name}?': 'Có phải ý bạn là {name}?',
  'Did you mean {name} or {second}?': 'Có phải ý bạn là {name} hoặc {second}?',
  'Did you mean {name} or {second} or {third}?': 'Có phải ý bạn là {name}, {second} hoặc {third}?',
  'Known: {names}.': 'Hiện có: {names}.',
  'None is configured yet.': 'Chưa cấu hình mục nào.',
  'No organisation {name} is known': 'Không có đơn vị {name}',
  'Sync a source that lists organisations, or name them in the configuration under organisations.':
    'Hãy đồng bộ một nguồn có danh sách đơn vị, hoặc khai báo các đơn vị ở mục organisations trong cấu hình.',
  'Give a code such as H48.53, or the whole name.':
    'Hãy nêu mã, chẳng hạn H48.53, hoặc tên đầy đủ.',
  'An organisation is needed.': 'Cần nêu đơn vị.',
  'A report needs an organisation.': 'Báo cáo cần có đơn vị.',
  'A figure needs an organisation.': 'Số liệu cần có đơn vị.',
  'Name one with org, or set reporting.organisation in the configuration.':
    'Hãy nêu đơn vị bằng --org, hoặc đặt reporting.organisation trong cấu hình.',
  'is needed': 'bắt buộc phải có',
  '{text} is not a day.': '{text} không phải là ngày.',
  'Write it as 2025-06-30.': 'Hãy viết dạng 2025-06-30.',
  'must be a day such as {example}': 'phải là ngày, chẳng hạn {example}',
  '{code} is not in the tree of {day}: {holder} holds its dossiers on that day.':
    '{code} không thuộc hệ thống đơn vị ngày {day}: hồ sơ khi đó do {holder} giữ.',
  'Ask for {holder}, or for the tree of a day on which {code} was there.':
    'Hãy xem {holder}, hoặc hệ thống đơn vị của một ngày còn có {code}.',

  'No source {name} is configured': 'Chưa cấu hình nguồn {name}',
  'The days to read cannot be used': 'Không dùng được các ngày cần đọc',
  'Write days as 2022-12-15; both belong to what is read.':
    'Hãy viết ngày dạng 2022-12-15; đọc cả ngày đầu và ngày cuối.',
  'is before from': 'trước ngày from',
  'The days cannot be used.': 'Không dùng được các ngày đã nêu.',
  'cannot be asked for together with dueBy': 'không dùng được cùng với dueBy',
  'A parameter is wrong.': 'Có một tham số không đúng.',
  '{count} parameters are wrong.': 'Có {count} tham số không đúng.',
  'is not known here': 'không dùng được ở đây',
  'must be a year such as 2026': 'phải là năm, chẳng hạn 2026',

  'No plan of {organisation} was entered.': 'Chưa nhập kế hoạch của {organisation}.',
  'No plan of {year} of {organisation} was entered.':
    'Chưa nhập kế hoạch năm {year} của {organisation}.',
  'No index of {organisation} was entered.': 'Chưa nhập chỉ số của {organisation}.',
  'No index of {year} of {organisation} was entered.':
    'Chưa nhập chỉ số năm {year} của {organisation}.',
  'Enter it: {command}': 'Hãy nhập: {command}',
  'The file speaks of the year {year}.': 'Tệp ghi số liệu của năm {year}.',
  'Name that year, or leave the year out.': 'Hãy nêu đúng năm đó, hoặc bỏ trống năm.',
  'is {year} in the file': 'trong tệp là {year}',
  'No indicator {name} is known': 'Không có chỉ tiêu {name}',
  '{id} is computed from its parts and cannot be entered.':
    '{id} được tính từ các số liệu thành phần nên không nhập trực tiếp.',
  'Enter {numerator} and {denominator}.': 'Hãy nhập {numerator} và {denominator}.',
  'is a rate': 'là tỷ lệ',
  '{name} has a fault; nothing was entered.': '{name} có một lỗi; chưa nhập gì.',
  '{name} has {count} faults; nothing was entered.': '{name} có {count} lỗi; chưa nhập gì.',
  'Correct what is named and try again.': 'Hãy sửa các chỗ được nêu rồi thử lại.',

  'The report templates cannot be used as they stand.':
    'Không dùng được các biểu mẫu báo cáo như hiện có.',
  'Correct what is named, or take reporting.templates out of the configuration.':
    'Hãy sửa các chỗ được nêu, hoặc bỏ reporting.templates khỏi cấu hình.',
  'a form that comes with the hub is called {id}': 'đã có biểu mẫu sẵn mang mã {id}',
  'No report template {name} is known': 'Không có biểu mẫu {name}',
  '{text} can be {count} rows.': '{text} có thể là {count} dòng.',
  'Name one by its row id: {rows}': 'Hãy nêu một dòng theo mã dòng: {rows}',
  'is the name of several rows': 'là tên của nhiều dòng',
  'No row is called {text}.': 'Không có dòng nào tên {text}.',
  'Give a row id, printed code, indicator or label.':
    'Hãy nêu mã dòng, số thứ tự in, mã chỉ tiêu hoặc tên chỉ tiêu.',
  'Several forms have such a row.': 'Nhiều biểu mẫu có dòng như vậy.',
  'Name one of the templates {names}.': 'Hãy nêu một trong các biểu mẫu {names}.',
  'one of: {names}': 'một trong: {names}',

  'The period {period} is not over: it ends on {day}.':
    'Kỳ {period} chưa kết thúc: ngày cuối kỳ là {day}.',
  'Close it from {day} on.': 'Chốt được kỳ này từ ngày {day}.',
  'must be over; it ends on {day}': 'phải đã kết thúc; ngày cuối kỳ là {day}',
  'The period {period} of {organisation} was closed already, at {instant} by {person}.':
    'Kỳ {period} của {organisation} đã được {person} chốt lúc {instant}.',
  'See what changed since with cchc period restatements {period}, or reopen it with a reason.':
    'Hãy xem thay đổi từ đó đến nay bằng cchc period restatements {period}, hoặc mở lại kỳ và nêu lý do.',
  'The period {period} of {organisation} is not closed.':
    'Kỳ {period} của {organisation} chưa chốt.',
  'The period {period} of {organisation} was never closed.':
    'Kỳ {period} của {organisation} chưa từng được chốt.',
  'It is closed with {organisation}: reopen it there.':
    'Kỳ được chốt cùng với {organisation}: hãy mở lại tại đó.',
  'cchc period list shows what is closed.': 'Hãy xem các kỳ đã chốt bằng cchc period list.',
  'Close it first; cchc period list shows what is closed.':
    'Hãy chốt kỳ trước; xem các kỳ đã chốt bằng cchc period list.',
  'A period is closed for an organisation.': 'Chốt kỳ phải nêu đơn vị.',
  'A closed period is reopened only for a reason.': 'Mở lại kỳ đã chốt phải nêu lý do.',
  'Say why, in words that an inspector will understand.':
    'Hãy nêu lý do rõ ràng để người kiểm tra hiểu được.',
  "Stream {stream} of source {source} was not read whole after the period's end (never).":
    'Luồng dữ liệu {stream} của nguồn {source} chưa được đọc trọn sau khi hết kỳ (chưa đọc trọn lần nào).',
  "Stream {stream} of source {source} was not read whole after the period's end (last at {instant}).":
    'Luồng dữ liệu {stream} của nguồn {source} chưa được đọc trọn sau khi hết kỳ (lần cuối lúc {instant}).',
  'The instant {instant} lies ahead.': 'Thời điểm {instant} chưa đến.',
  'Give one that is over; a day means its end.':
    'Hãy nêu thời điểm đã qua; chỉ nêu ngày nghĩa là cuối ngày đó.',
  'must not lie ahead': 'không được là thời điểm chưa đến',
  'words, where a number is asked for; put words into the note':
    'là chữ, trong khi cần một con số; hãy ghi chữ vào ghi chú',
}
