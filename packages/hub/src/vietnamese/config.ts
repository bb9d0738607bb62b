import type { Catalogue } from '@cchc/domain'

/** What is wrong with a configuration, and what was probably meant by a name. */
export const configVietnamese: Catalogue = {
  'There is no configuration at {path}': 'Không có tệp cấu hình tại {path}',
  '{path} cannot be read ({code})': 'Không đọc được {path} ({code})',
  '{path} is no text in UTF-8': '{path} không phải là văn bản UTF-8',
  'Save it as UTF-8.': 'Hãy lưu lại với mã hóa UTF-8.',
  '{path} is empty': '{path} để trống',
  'Write it again: cchc init writes an example where no file is.':
    'Hãy viết lại: cchc init tạo tệp mẫu khi chưa có tệp.',
  'Write one with cchc init, or name yours with --config PATH.':
    'Hãy tạo bằng cchc init, hoặc nêu tệp cấu hình bằng --config PATH.',
  'Check that it is a file and that you may read it.':
    'Hãy kiểm tra đó là một tệp và được phép đọc.',
  '{name} is not valid YAML': '{name} không phải là YAML hợp lệ',
  'Correct the lines named; indentation is two spaces, and values with # or : need quotes.':
    'Hãy sửa các dòng được nêu; thụt đầu dòng bằng hai dấu cách, giá trị có # hoặc : phải đặt trong dấu nháy kép.',
  '{name} has one fault': '{name} có một lỗi',
  '{name} has {count} faults': '{name} có {count} lỗi',
  'Correct {name} and try again; cchc init writes an example with comments.':
    'Hãy sửa {name} rồi thử lại; cchc init tạo tệp mẫu có chú thích.',
  configuration: 'cấu hình',
  '{path} exists already': '{path} đã có sẵn',
  'Edit it, or move it away and try again.': 'Hãy sửa tệp đó, hoặc chuyển đi nơi khác rồi thử lại.',
  '{path} cannot be written ({code})': 'Không ghi được {path} ({code})',
  'Check that the folder exists and that you may write into it.':
    'Hãy kiểm tra thư mục đã có và được phép ghi.',

  'must be a mapping (name: value)': 'phải là các mục dạng (tên: giá trị)',
  'no connector is called {kind}. {suggestion}': 'không có bộ kết nối tên {kind}. {suggestion}',
  'is not a setting; Allowed here: {names}':
    'không phải là một mục cấu hình; ở đây được phép: {names}',
  'is not a setting; did you mean {near}? Allowed here: {names}':
    'không phải là một mục cấu hình; có phải ý bạn là {near}? Ở đây được phép: {names}',
  'must not hold a user or password before the host':
    'không được có tên người dùng hoặc mật khẩu trước tên máy chủ',
  'must end before ? or #': 'phải kết thúc trước ? hoặc #',
  "{source} is a ministry's system, of which copies are known anyway":
    '{source} là hệ thống của bộ; hồ sơ trùng với hệ thống này đã được nhận biết sẵn',
  'leads back to {source} itself': 'dẫn trở lại chính {source}',
  'is no secret: write the value itself':
    'không phải là giá trị bí mật: hãy viết trực tiếp giá trị',
  'is a secret and must not be written here: write ${env:NAME} and set that environment variable, or ${file:PATH} and put it into that file': `là giá trị bí mật, không được viết ở đây: hãy viết \${env:NAME} và đặt biến môi trường đó, hoặc viết \${file:PATH} và ghi giá trị vào tệp đó`,
  'the environment variable {name} is not set: export {name}=… before you start, or write ${file:PATH} and put the value into that file': `chưa đặt biến môi trường {name}: hãy chạy export {name}=… trước khi bắt đầu, hoặc viết \${file:PATH} và ghi giá trị vào tệp đó`,
  'the file {path} is not UTF-8 text': 'tệp {path} không phải là văn bản UTF-8',
  'the file {path} is empty': 'tệp {path} để trống',
  'the file {path} cannot be read ({code})': 'không đọc được tệp {path} ({code})',
  unreadable: 'không đọc được',
  'use lower-case letters, digits and hyphens, at most 40':
    'chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, nhiều nhất 40 ký tự',
  'write sqlite:PATH or postgres://…': 'hãy viết sqlite:PATH hoặc postgres://…',
  'needs an apiKey or oidc when others than this machine can reach it; 127.0.0.1 needs none':
    'cần apiKey hoặc oidc khi máy khác truy cập được; 127.0.0.1 thì không cần',
  'write https://HOST…; http:// is for this machine only':
    'hãy viết https://MÁY…; http:// chỉ dùng cho chính máy này',
  'must not be before validFrom': 'không được trước validFrom',
  'is required ({expected})': 'bắt buộc phải có ({expected})',
  '{fault}: put it in quotes': '{fault}; hãy đặt trong dấu nháy kép',
  string: 'chuỗi ký tự',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'nhóm các mục (tên: giá trị)',
  record: 'bảng tên và giá trị',

  'The report templates cannot be used as they stand.':
    'Không dùng được các biểu mẫu báo cáo như hiện có.',
  'Correct what is named, or take its file out of the folder.':
    'Hãy sửa những chỗ được nêu, hoặc chuyển tệp đó ra khỏi thư mục.',
  '{file}, of which the form {id} was learnt, is not there':
    'không có tệp {file} là mẫu của biểu {id}',
  'a form that comes with the hub is called {id}': 'đã có biểu mẫu sẵn mang mã {id}',

  'None is configured yet.': 'Chưa cấu hình mục nào.',
  'Known: {names}.': 'Hiện có: {names}.',
  'Did you mean {name}?': 'Có phải ý bạn là {name}?',
  'Did you mean {name} or {second}?': 'Có phải ý bạn là {name} hoặc {second}?',
  'Did you mean {name} or {second} or {third}?': 'Có phải ý bạn là {name}, {second} hoặc {third}?',

  'line {line}, column {column}': 'dòng {line}, cột {column}',
  '(whole file)': '(toàn bộ tệp)',
  'alias props': 'tham chiếu (*) không được có thuộc tính',
  'bad alias': 'tham chiếu (*) không đúng',
  'bad collection type': 'kiểu danh sách hoặc bảng không đúng',
  'bad directive': 'chỉ thị (%) không đúng',
  'bad dq escape': 'ký tự thoát trong dấu nháy kép không đúng',
  'bad indent': 'thụt đầu dòng không đúng',
  'bad prop order': 'thứ tự thuộc tính không đúng',
  'bad scalar start': 'giá trị bắt đầu bằng ký tự không được phép',
  'block as implicit key': 'khối nhiều dòng không được làm tên mục',
  'block in flow': 'khối nhiều dòng không được nằm trong ngoặc',
  'duplicate key': 'tên mục bị trùng',
  impossible: 'nội dung không đọc được',
  'key over 1024 chars': 'tên mục dài quá 1024 ký tự',
  'missing char': 'thiếu ký tự',
  'multiline implicit key': 'tên mục không được xuống dòng',
  'multiple anchors': 'có nhiều nhãn (&) cho một giá trị',
  'multiple docs': 'tệp chứa nhiều tài liệu',
  'multiple tags': 'có nhiều thẻ (!) cho một giá trị',
  'non string key': 'tên mục phải là chuỗi ký tự',
  'resource exhaustion': 'nội dung lồng nhau quá sâu hoặc quá lớn',
  'tab as indent': 'dùng ký tự tab để thụt đầu dòng',
  'tag resolve failed': 'thẻ (!) không hiểu được',
  'unexpected token': 'có ký tự không ngờ tới',
  'there is no package and no module at this path; it starts from the folder of the configuration':
    'tại đường dẫn này không có gói hay mô-đun nào; đường dẫn bắt đầu từ thư mục của tệp cấu hình',
  'no package of this name is installed: npm install it beside the configuration, or name a path':
    'chưa cài gói nào có tên này: hãy chạy npm install gói đó cạnh tệp cấu hình, hoặc nêu đường dẫn',
  'this package is not built: run npm install and npm run build in it':
    'gói này chưa được biên dịch: hãy chạy npm install và npm run build trong thư mục của gói',
  'exports no connector: export what defineConnector gives':
    'không xuất bộ kết nối nào: hãy xuất giá trị mà defineConnector trả về',
  'cannot be loaded ({code}): see what node says when it imports it':
    'không nạp được ({code}): hãy xem thông báo của node khi nạp gói này',
  'brings a connector {id}, but there is one of that id already':
    'mang bộ kết nối {id}, nhưng đã có bộ kết nối cùng mã',
  'The configuration would lie among the exports': 'Tệp cấu hình sẽ nằm lẫn trong các tệp kết xuất',
  'Go to the folder above and name this one there, such as: cchc init --from exports':
    'Hãy chuyển lên thư mục phía trên rồi nêu tên thư mục này, chẳng hạn: cchc init --from ket-xuat',
  'That folder cannot be looked at: {reason}': 'Không xem được thư mục này: {reason}',
  'Name the folder that holds the exported spreadsheets, such as: cchc init --from exports':
    'Hãy nêu thư mục có các bảng tính đã kết xuất, chẳng hạn: cchc init --from ket-xuat',
  'No file in {folder} holds a list of dossiers or a form that can be read':
    'Không tệp nào trong {folder} có danh sách hồ sơ hoặc biểu số liệu đọc được',
  'Put lists with the code (mã hồ sơ) and the day of reception of each dossier into it, or Forms II.06a, as .xlsx, .docx, .xls, .ods, .odt or .csv.':
    'Hãy để vào đó danh sách có mã hồ sơ và ngày tiếp nhận của từng hồ sơ, hoặc Biểu II.06a, dạng .xlsx, .docx, .xls, .ods, .odt hoặc .csv.',
  'write an origin such as https://dashboard.example.gov.vn':
    'hãy viết nguồn gốc trang web, ví dụ https://dashboard.example.gov.vn',
  'No province is called {name}.': 'Không có tỉnh, thành phố nào tên {name}.',
}
