import type { Catalogue } from '@cchc/domain'

/** What the command line refuses. */
export const cliVietnamese: Catalogue = {
  "too many arguments for '{command}'. Expected {expected} argument but got {count}: {words}.":
    "thừa tham số cho '{command}': cần {expected}, nhưng có {count}: {words}.",
  "too many arguments for '{command}'. Expected {expected} arguments but got {count}: {words}.":
    "thừa tham số cho '{command}': cần {expected}, nhưng có {count}: {words}.",
  'too many arguments. Expected {expected} arguments but got {count}: {words}.':
    'thừa tham số: cần {expected}, nhưng có {count}: {words}.',
  "option '{option}' argument '{value}' is invalid.":
    "giá trị '{value}' của tùy chọn '{option}' không dùng được.",
  "option '{option}' argument '{value}' is invalid. {reason}":
    "giá trị '{value}' của tùy chọn '{option}' không dùng được: {reason}",
  'Allowed choices are {choices}.': 'Chỉ được chọn trong {choices}.',
  'there is no command {name}': 'không có lệnh {name}',
  'there is no option {name}': 'không có tùy chọn {name}',
  '{name} is missing': 'thiếu {name}',
  '{name} needs a value': '{name} cần một giá trị',
  '{name} is required': 'bắt buộc có {name}',
  'See cchc --help, or the --help of the command.': 'Xem cchc --help, hoặc --help của lệnh.',
  'Did you mean {near}?': 'Có phải ý bạn là {near}?',
  '{group} does not know {word}': '{group} không có {word}',
  'Known: {words}.': 'Có: {words}.',
  '--province is of a configuration of portals, --from of one of files.':
    '--province dùng khi lập cấu hình kết nối các cổng, --from dùng khi lập cấu hình đọc tệp.',
  'Name one of the two.': 'Hãy chỉ nêu một trong hai.',
  'Known: {words}. A period is said with --period.': 'Có: {words}. Kỳ báo cáo ghi sau --period.',
  '{line} failed: {told}': '{line} không thành công: {told}',
  'Run it as the administrator of this machine (sudo), or put what --print shows into its place yourself.':
    'Hãy chạy với quyền quản trị máy (sudo), hoặc tự đặt nội dung mà --print hiện ra vào đúng chỗ.',
  'This command runs from a cache of npx, which may be cleared':
    'Lệnh này đang chạy từ bộ nhớ đệm của npx, có thể bị xóa bất cứ lúc nào',
  'Install it first: npm install -g, or the offline bundle.':
    'Hãy cài đặt trước: npm install -g, hoặc gói cài đặt ngoại tuyến.',
  'systemd does not run on this machine, so that it starts no service':
    'máy này không chạy systemd nên không có gì khởi động dịch vụ',
  'Start cchc serve and cchc worker by what starts programs here, as a container does; --print shows how they are started.':
    'Hãy khởi động cchc serve và cchc worker bằng cách vẫn dùng ở đây, như container; --print cho xem lệnh khởi động.',
  'Services of another system can only be printed': 'dịch vụ của hệ thống khác chỉ có thể hiện ra',
  'Add --print, or leave --system out.': 'Hãy thêm --print, hoặc bỏ --system.',
  '{path} belongs to root, as whom no service should run':
    '{path} thuộc về root, mà dịch vụ không nên chạy với quyền root',
  'Name a user of this machine with --user; it must be able to read the configuration and to write beside it.':
    'Hãy nêu một người dùng của máy bằng --user; người dùng này phải đọc được cấu hình và ghi được vào thư mục chứa nó.',
  'the formats of the report are wrong': 'dạng của báo cáo không đúng',
  '{word} is no format of a report': '{word} không phải là dạng của báo cáo',
  'Name one or more of xlsx, docx, csv, md, json, with commas between.':
    'Nêu một hoặc nhiều dạng trong xlsx, docx, csv, md, json, cách nhau bằng dấu phẩy.',
  '{path} cannot be written ({reason})': 'không ghi được {path} ({reason})',
  'Name another folder with -o, or make room on the disk.':
    'Nêu thư mục khác bằng -o, hoặc giải phóng chỗ trên đĩa.',
  '{path} cannot be read ({reason})': 'không đọc được {path} ({reason})',
  'Name a file that exists and that you may read.': 'Hãy nêu một tệp có thật và được phép đọc.',
  '--rules lists what is looked for and takes no file.':
    '--rules chỉ liệt kê những gì được kiểm tra, không nhận tệp.',
  '-o names where --annotate writes to.': '-o nêu nơi mà --annotate ghi bản sao.',
  'Add --annotate, or leave -o out.': 'Hãy thêm --annotate, hoặc bỏ -o.',
  '{path} is there already and is not written over.': '{path} đã có và không bị ghi đè.',
  'Name another place with -o, or put that file away.':
    'Hãy nêu nơi khác bằng -o, hoặc chuyển tệp đó đi.',
  '--against needs --period, and --period needs --against.':
    '--against phải đi cùng --period, và --period phải đi cùng --against.',
  'This command cannot be done through a gateway.':
    'Lệnh này không thực hiện được qua dịch vụ ở xa.',
  'Run it where the hub is, without --gateway and CCHC_GATEWAY.':
    'Hãy chạy ở máy có hệ thống, không dùng --gateway và CCHC_GATEWAY.',
  'The filled form would be written over the received one.':
    'Biểu đã điền sẽ ghi đè lên chính biểu nhận được.',
  'Name another file with -o.': 'Hãy nêu tệp khác bằng -o.',
  'A form {id} of another file is kept in {folder}; nothing was written.':
    'Trong {folder} đã có biểu mẫu {id} của tệp khác; chưa ghi gì.',
  'Name the form otherwise, or take its files away first.':
    'Hãy đặt mã khác, hoặc chuyển các tệp của biểu mẫu đó đi trước.',
}
