import type { Catalogue } from '@cchc/domain'

/** What questions to the hub and actions get for an answer when they are wrong. */
export const hubVietnamese: Catalogue = {
  '{source} states counts and brings no dossiers: what it states is not here.':
    '{source} chỉ cung cấp số đếm, không có hồ sơ: phần số liệu đó không có trong bản xuất này.',
  'This is not shown to public keys.': 'Nội dung này không hiện cho khóa công khai.',
  'Ask whoever runs the hub for a key that is not public.':
    'Hãy đề nghị người vận hành cấp khóa không phải khóa công khai.',
  'A public key cannot ask with {names}.': 'Khóa công khai không được hỏi kèm {names}.',
  'Leave that out, and name a whole period such as 2023 or 2023-Q2.':
    'Hãy bỏ phần đó và nêu trọn một kỳ, ví dụ 2023 hoặc 2023-Q2.',
  'A public key cannot have the scope {scope}.': 'Khóa công khai không được có quyền {scope}.',
  'Name figures:read alone.': 'Chỉ nêu quyền figures:read.',
  'must be figures:read alone where it is public': 'phải chỉ là figures:read khi khóa là công khai',
  'Rows break identities of the form; which ones is told where nothing is suppressed.':
    'Có dòng không đúng cân đối của biểu; xem chi tiết khi không ẩn số liệu.',
  'With suppressed counts at most {most} rows are told; these are {count}.':
    'Khi ẩn số đếm nhỏ, chỉ trả tối đa {most} dòng; ở đây có {count} dòng.',
  'Split by less, or ask for a part of the organisation.':
    'Hãy chia theo ít tiêu chí hơn, hoặc chỉ hỏi một phần của đơn vị.',
  'makes too many rows': 'tạo ra quá nhiều dòng',
  'this line is not as it was written': 'dòng này không còn như lúc ghi',
  'a line before this one was removed, put in or exchanged':
    'có dòng trước dòng này bị xóa, chèn thêm hoặc đổi',
  'the line that was kept elsewhere is gone or another one: the log was cut off or made anew':
    'dòng đã lưu ở nơi khác không còn hoặc đã khác: nhật ký bị cắt hoặc bị lập lại',
  'must be as cchc audit head writes it': 'phải đúng như cchc audit head ghi',
  'The scope {scope} concerns all organisations.': 'Quyền {scope} liên quan đến mọi đơn vị.',
  'Leave it out, or bind the key to none (--org all).':
    'Hãy bỏ quyền này, hoặc không giới hạn khóa theo đơn vị (--org all).',
  'must be all with that scope': 'phải là all khi có quyền này',
  'The key would be good no more.': 'Khóa sẽ không còn hiệu lực.',
  'Name a last day that is not over.': 'Hãy nêu ngày cuối chưa qua.',
  'is over': 'đã qua',
  'A key that is bound to organisations shows no tree of a day before the end of the period.':
    'Khóa giới hạn theo đơn vị không xem được hệ thống đơn vị của ngày trước khi hết kỳ.',
  'Leave treeAt out, or name a day from {day} on.': 'Hãy bỏ treeAt, hoặc nêu ngày từ {day} trở đi.',
  'This key is bound to several organisations.': 'Khóa này giới hạn theo nhiều đơn vị.',
  'Name one with org: {codes}.': 'Hãy nêu một đơn vị bằng org: {codes}.',
  'This key does not allow {scope}.': 'Khóa này không có quyền {scope}.',
  'Ask whoever runs the hub for a key with that scope.':
    'Hãy đề nghị người vận hành cấp khóa có quyền đó.',
  'This concerns all organisations, and this key is bound to some of them.':
    'Nội dung này liên quan đến mọi đơn vị, còn khóa này chỉ giới hạn ở một số đơn vị.',
  'Ask whoever runs the hub for a key that is bound to none.':
    'Hãy đề nghị người vận hành cấp khóa không giới hạn theo đơn vị.',
  'This key is bound to {codes} and what is below; {org} is not.':
    'Khóa này chỉ dùng cho {codes} và các đơn vị bên dưới; {org} không thuộc phạm vi đó.',
  'Ask for one of those, or for none.':
    'Hãy hỏi về một trong các đơn vị đó, hoặc không nêu đơn vị.',
  '{source} {stream}: {changed}. {look}; if all is right as it is: cchc sync {source} --accept-drift':
    '{source} {stream}: {changed}. {look}; nếu cấu trúc hiện nay là đúng: cchc sync {source} --accept-drift',
  '{source}: {count} stored dossiers are over, and no day says when they ended: they count as in process, and later as overdue. Ask the administrator of the portal for the day.':
    '{source}: {count} hồ sơ đã lưu đã kết thúc nhưng không có ngày kết thúc nên được tính là đang giải quyết, sau đó là quá hạn. Hãy đề nghị quản trị cổng cung cấp ngày kết thúc.',
  'There is no refused record to read again.': 'Không có bản ghi bị từ chối nào để đọc lại.',
  'Source {source} sends by itself: there is nothing to read.':
    'Nguồn {source} tự gửi dữ liệu: không có gì để đọc.',
  'the days that the body says are whole are no days from one to a later one':
    'các ngày mà gói dữ liệu nêu là đầy đủ không phải khoảng ngày hợp lệ',
  'the body holds something that cannot be read': 'nội dung gửi đến có phần không đọc được',
  'Nothing was stored. Send what the connector of this source takes.':
    'Chưa có gì được lưu. Hãy gửi đúng nội dung mà bộ kết nối của nguồn này nhận.',
  'Nothing that was entered from or as {what} holds.':
    'Không còn số liệu nào đang dùng được nhập từ hoặc theo {what}.',
  'cchc indicators list --history shows what was entered, from where and by which number.':
    'cchc indicators list --history cho thấy số liệu đã nhập, từ đâu và theo số nào.',
  'The figures are frozen as known at {instant}, later than now: the clock of this machine was fast before.':
    'Số liệu được chốt theo dữ liệu đến {instant}, muộn hơn hiện tại: trước đó đồng hồ của máy đã chạy nhanh.',
  'The period {period} begins on {day} only; nothing was entered.':
    'Kỳ {period} đến ngày {day} mới bắt đầu; chưa nhập gì.',
  'Name the period that the figures are of.': 'Hãy nêu đúng kỳ của số liệu.',
  'must be a whole number from {min} to {max}': 'phải là số nguyên từ {min} đến {max}',
  'No field {name} is known': 'Không có lĩnh vực {name}',
  'No source is configured.': 'Chưa cấu hình nguồn nào.',
  'Add one to the configuration: cchc init shows what it looks like.':
    'Hãy thêm vào tệp cấu hình: cchc init cho thấy cách khai báo.',
  'No organisation {name} is known': 'Không có đơn vị {name}',
  'Sync a source that lists organisations, or name them in the configuration under organisations.':
    'Hãy đồng bộ một nguồn có danh sách đơn vị, hoặc khai báo các đơn vị ở mục organisations trong cấu hình.',
  'Give a code such as H48.53, or the whole name.':
    'Hãy nêu mã, chẳng hạn H48.53, hoặc tên đầy đủ.',
  'An organisation is needed.': 'Cần nêu đơn vị.',
  'A report needs an organisation.': 'Báo cáo cần có đơn vị.',
  'No source states payments of {organisation} for all days from {from} to {to}.':
    'Chưa nguồn nào cung cấp số liệu thanh toán của {organisation} cho đủ các ngày từ {from} đến {to}.',
  '{period} has no such earlier period to be compared with':
    '{period} không có kỳ trước như vậy để so sánh',
  'Name a year, half, quarter, month or week; of nine months and of days only the year before.':
    'Nêu một năm, 6 tháng, quý, tháng hoặc tuần; 9 tháng và khoảng ngày chỉ so được với cùng kỳ năm trước.',
  'A comparison is of what is known now.': 'So sánh theo số liệu hiện đang biết.',
  'Leave out --as-known-at and --tree-at, or make both reports.':
    'Bỏ --as-known-at và --tree-at, hoặc lập cả hai báo cáo.',
  'An index needs an organisation.': 'Bộ chỉ số cần có đơn vị.',
  'A figure needs an organisation.': 'Số liệu cần có đơn vị.',
  'Name one with org, or set reporting.organisation in the configuration.':
    'Hãy nêu đơn vị (org), hoặc đặt reporting.organisation trong cấu hình.',
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

  'No report template {name} is known': 'Không có biểu mẫu {name}',
  '{text} can be {count} rows.': '{text} có thể là {count} dòng.',
  'Name one by its row id: {rows}': 'Hãy nêu một dòng theo mã dòng: {rows}',
  'is the name of several rows': 'là tên của nhiều dòng',
  'No row is called {text}.': 'Không có dòng nào tên {text}.',
  'Give a row id, printed code, indicator or label.':
    'Hãy nêu mã dòng, số thứ tự in, mã chỉ tiêu hoặc tên chỉ tiêu.',
  'Several forms have such a row.': 'Nhiều biểu mẫu có dòng như vậy.',
  'Name one of the templates {names}.': 'Hãy nêu một trong các biểu mẫu {names}.',

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
  'Source {source} has no stream {stream}. It has: {streams}.':
    'Nguồn {source} không có luồng {stream}. Các luồng hiện có: {streams}.',
  'What waits is accepted source by source.': 'Số liệu đang chờ được chấp nhận theo từng nguồn.',
  'cchc status shows what waits and why; name the source.':
    'Lệnh cchc status cho biết nguồn nào đang chờ và lý do; hãy nêu rõ nguồn.',
  'What waited at the gate of {source} is let through.':
    'Số liệu đang chờ ở cửa kiểm soát của {source} đã được chấp nhận.',
  'The gate of {source} is open: nothing waits.':
    'Cửa kiểm soát của {source} đang mở: không có số liệu nào phải chờ.',
  'The gate of {source} is open: nothing waits. What waited was let through by {person}, {instant}.':
    'Cửa kiểm soát của {source} đang mở: không có số liệu nào phải chờ. Số liệu từng chờ đã được {person} chấp nhận, {instant}.',
  'Source {source} is not configured any more, and what it brought last waits at its gate since {since}: {reasons}. Its figures stay those of {instant}. If what waits is right: cchc sync {source} --accept':
    'Nguồn {source} không còn trong cấu hình, số liệu đọc lần cuối của nguồn này đang chờ ở cửa kiểm soát từ {since}: {reasons}. Số liệu đang dùng vẫn là số liệu lúc {instant}. Nếu số liệu đang chờ là đúng, hãy chạy: cchc sync {source} --accept',
  'A dry run writes nothing, so it accepts nothing.':
    'Đọc thử không ghi gì nên không chấp nhận được số liệu.',
  'Leave out --accept or --dry-run.': 'Hãy bỏ --accept hoặc --dry-run.',
  'No source has a stream {stream}.': 'Không nguồn nào có luồng {stream}.',
  'Several sources have a stream {stream}: {sources}.':
    'Nhiều nguồn cùng có luồng {stream}: {sources}.',
  'Name the source: cchc sync {source} --stream {stream}':
    'Hãy nêu rõ nguồn: cchc sync {source} --stream {stream}',
  'No table of old and new units was found in {file}.':
    'Không tìm thấy bảng đơn vị cũ, đơn vị mới trong {file}.',
  'calls {code} {name}, which is {other} above':
    'gọi {code} là {name}, trong khi dòng trên gọi là {other}',
  'says {code}, and {unit} beside it is known as {known}':
    'ghi {code}, trong khi {unit} ở bên cạnh đã biết là {known}',
  '{unit} is no code, and the name of no one unit that is known':
    '{unit} không phải là mã, cũng không phải tên của đúng một đơn vị đã biết',
  'is no day': 'không phải là ngày',
  'is blank': 'để trống',
  'is no day from {first} to {last}': 'không phải là ngày từ năm {first} đến năm {last}',
  'names no decision: who took over from whom needs the text that says so':
    'chưa ghi văn bản quyết định: việc kế thừa giữa các đơn vị cần có căn cứ',
  '{text} has no number of a decision': '{text} không có số văn bản',
  'says {own}, and the configuration has {others} for it':
    'ghi {own}, trong khi cấu hình ghi {others} cho việc này',
  '{name} contradicts itself or the configuration; nothing was entered.':
    '{name} mâu thuẫn với chính nó hoặc với cấu hình; chưa nhập gì.',
  'run {run} of {source}': 'lần đồng bộ {run} của {source}',
  'entered by {by}': '{by} nhập',
  'entered by {by}: {reason}': '{by} nhập: {reason}',
  'the period was closed by {by}': '{by} chốt kỳ báo cáo',
  'the period was opened again by {by}: what was learnt since is shown':
    '{by} mở lại kỳ báo cáo: hiện số liệu biết được từ đó đến nay',
}
