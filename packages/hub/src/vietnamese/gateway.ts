import type { Catalogue } from '@cchc/domain'

/** What the gateway refuses. */
export const gatewayVietnamese: Catalogue = {
  'The request is wrong': 'Yêu cầu không đúng',
  'Not found': 'Không tìm thấy',
  'Another run is going on': 'Đang có lượt chạy khác',
  'The configuration cannot be used': 'Không dùng được cấu hình',
  'Unexpected failure': 'Lỗi ngoài dự kiến',
  'The gateway failed; its log says more.': 'Dịch vụ gặp lỗi; xem nhật ký để biết thêm.',
  'The portal answered in an unknown shape': 'Cổng trả lời theo cấu trúc không biết',
  'The portal refused us': 'Cổng từ chối truy cập',
  'The portal did not answer': 'Cổng không trả lời',
  'The other gateway did not answer': 'Dịch vụ khác không trả lời',
  'The portal sent too little': 'Cổng gửi quá ít dữ liệu',
  'The portal asked us to slow down': 'Cổng yêu cầu giảm tốc độ',
  Interrupted: 'Bị ngắt',
  'The database cannot be used': 'Không dùng được cơ sở dữ liệu',
  'An API key is needed': 'Cần khóa API',
  'The request carries no API key, or a wrong one.': 'Yêu cầu không kèm khóa API hoặc khóa sai.',
  'Send the header "Authorization: Bearer KEY".': 'Hãy gửi tiêu đề "Authorization: Bearer KHÓA".',
  'The token is not accepted': 'Mã truy cập không được chấp nhận',
  'The token is not of the issuer that this hub knows, not for this hub, not yet good, or does not say who sends it.':
    'Mã truy cập không do hệ thống đăng nhập đã cấu hình cấp, không cấp cho dịch vụ này, chưa đến lúc có hiệu lực, hoặc không nêu người gửi.',
  'Log in again at the configured issuer, for the audience that the hub is known by.':
    'Hãy đăng nhập lại tại hệ thống đăng nhập đã cấu hình, đúng tên (audience) của dịch vụ này.',
  'The token has expired': 'Mã truy cập đã hết hạn',
  'The token was good, and its time is over.': 'Mã truy cập hợp lệ nhưng đã hết thời hạn.',
  'Get a new one from the issuer; where it is new, compare the clocks.':
    'Hãy lấy mã mới từ hệ thống đăng nhập; nếu mã vừa cấp, hãy so lại đồng hồ các máy.',
  'Tokens cannot be checked now': 'Hiện không kiểm tra được mã truy cập',
  'The keys of the issuer cannot be had, so that no token can be checked.':
    'Không lấy được khóa công khai của hệ thống đăng nhập nên không kiểm tra được mã truy cập.',
  'Ask again as the header Retry-After says, or with a key of the hub.':
    'Hãy gửi lại theo tiêu đề Retry-After, hoặc dùng khóa của hệ thống này.',
  'The public keys of {issuer} cannot be had ({reason}), so that no token can be checked.':
    'Không lấy được khóa công khai của {issuer} ({reason}) nên không kiểm tra được mã truy cập.',
  'See gateway.oidc, and whether this machine reaches that address.':
    'Hãy xem mục gateway.oidc và kiểm tra máy này có kết nối được địa chỉ đó không.',
  'Nobody can be signed in on the page by {issuer} ({reason}).':
    'Không ai đăng nhập được trên trang bằng {issuer} ({reason}).',
  'See gateway.oidc.signIn, and cchc doctor.':
    'Hãy xem mục gateway.oidc.signIn và chạy cchc doctor.',
  'Not this host': 'Sai tên máy chủ',
  'Without an API key the gateway answers only under a loopback name.':
    'Khi không có khóa API, dịch vụ chỉ trả lời ở tên của chính máy này.',
  'Use http://127.0.0.1 or http://localhost, or configure an API key.':
    'Hãy dùng http://127.0.0.1 hoặc http://localhost, hoặc đặt khóa API trong cấu hình.',
  'Not with this method': 'Sai phương thức',
  'What is at this path does not take that method.': 'Đường dẫn này không nhận phương thức đó.',
  'Use a method that the header Allow names.': 'Hãy dùng phương thức nêu ở tiêu đề Allow.',
  'The body is too large': 'Nội dung quá lớn',
  'The body of the request is longer than {size} MB.': 'Nội dung của yêu cầu dài hơn {size} MB.',
  'Send one figure with its note; files are sent to /v1/indicators/import.':
    'Hãy gửi một số liệu kèm ghi chú; tệp được gửi đến /v1/indicators/import.',
  'The key of the source is needed': 'Cần khóa của nguồn',
  'No source that sends by itself has this id and this key.':
    'Không có nguồn tự gửi dữ liệu nào có mã và khóa này.',
  'Send the key that the configuration of the source holds, in the header that its connector names.':
    'Hãy gửi khóa ghi trong cấu hình của nguồn, trong tiêu đề mà bộ kết nối quy định.',
  'The body of the request is longer than this source may send at once.':
    'Nội dung của yêu cầu dài hơn mức nguồn này được gửi một lần.',
  'Send it in parts, or raise push.maxMegabytes of the source. Nothing was stored.':
    'Hãy gửi thành nhiều phần, hoặc tăng push.maxMegabytes của nguồn. Chưa có gì được lưu.',
  'Too much is being sent': 'Dữ liệu gửi đến quá nhiều cùng lúc',
  'Other bodies that are being received leave no room for this one.':
    'Các gói dữ liệu khác đang được nhận nên chưa còn chỗ cho gói này.',
  'Send it again in some seconds, as the header Retry-After says. Nothing was stored.':
    'Hãy gửi lại sau vài giây, theo tiêu đề Retry-After. Chưa lưu gì.',
  'Not this media type': 'Sai kiểu nội dung',
  'The body of the request is not said to be JSON.':
    'Nội dung của yêu cầu không được khai báo là JSON.',
  'The body of the request is no JSON.': 'Nội dung của yêu cầu không phải là JSON.',
  'The file is too large': 'Tệp quá lớn',
  'The files of the request are larger than a report can be.':
    'Các tệp gửi kèm lớn hơn mức một báo cáo có thể có.',
  'Save only the sheet with the table, as a file of its own. Nothing was stored.':
    'Hãy lưu riêng trang tính có bảng thành một tệp. Chưa có gì được lưu.',
  'The body of the request is neither a form with files nor a file of a known media type.':
    'Nội dung của yêu cầu không phải biểu mẫu kèm tệp, cũng không phải tệp thuộc kiểu được nhận.',
  'Send multipart/form-data, or one file with the media type of a spreadsheet, text/csv, application/json or application/octet-stream.':
    'Hãy gửi dạng multipart/form-data, hoặc một tệp với kiểu của bảng tính, text/csv, application/json hoặc application/octet-stream.',
  'The file cannot be taken': 'Không nhận được tệp',
  'What was sent is no file that can be read, or what it holds cannot be used as it is.':
    'Nội dung gửi đến không phải tệp đọc được, hoặc số liệu trong tệp chưa dùng được.',
  'The body of the request is no multipart/form-data.':
    'Nội dung của yêu cầu không đúng dạng multipart/form-data.',
  'The body of the request cannot be used.': 'Nội dung của yêu cầu không dùng được.',
  'The body of the request lacks a file.': 'Yêu cầu thiếu tệp.',
  'holds a part that is no file of these: {names}': 'có phần không phải một trong các tệp: {names}',
  'Send files as parts of multipart/form-data by their names, or one file as the body with its name in the query (name=…).':
    'Hãy gửi các tệp dạng multipart/form-data theo đúng tên phần, hoặc gửi một tệp làm nội dung và nêu tên tệp ở tham số name.',
  'Too many exports': 'Quá nhiều lượt xuất dữ liệu',
  'This key, or all together, have as many exports open as they may.':
    'Khóa này, hoặc tất cả, đang mở số lượt xuất dữ liệu tối đa cho phép.',
  'Wait for one to end, and ask again as the header Retry-After says.':
    'Hãy chờ một lượt kết thúc rồi gửi lại theo tiêu đề Retry-After.',
  'Too much is being asked': 'Quá nhiều yêu cầu',
  'Too many long questions are waiting already.': 'Đã có quá nhiều yêu cầu dài đang chờ.',
  'Ask again in some seconds, as the header Retry-After says.':
    'Hãy gửi lại sau ít giây, theo tiêu đề Retry-After.',
  'The client went before it was answered.': 'Bên gửi đã ngắt trước khi được trả lời.',
  'Ask again.': 'Hãy gửi lại.',
  'It takes too long': 'Mất quá nhiều thời gian',
  'The question was given up because it took too long.':
    'Yêu cầu bị dừng vì mất quá nhiều thời gian.',
  'Ask for a shorter period, or for one organisation.':
    'Hãy yêu cầu cho kỳ ngắn hơn, hoặc cho một cơ quan.',
  'Send well-formed JSON in UTF-8 with the header Content-Type: application/json.':
    'Hãy gửi JSON đúng chuẩn, mã hóa UTF-8, kèm tiêu đề Content-Type: application/json.',
  'Cannot listen on {host}:{port} ({code}).': 'Không mở được cổng mạng {host}:{port} ({code}).',
  'Choose another metrics.port or metrics.host, or end the program that holds it.':
    'Hãy chọn metrics.port hoặc metrics.host khác, hoặc tắt chương trình đang dùng cổng mạng đó.',
  'Choose another --port or --host, or end the program that holds it.':
    'Hãy chọn --port hoặc --host khác, hoặc tắt chương trình đang dùng cổng mạng đó.',
  'Without an API key the gateway may not listen on {host}.':
    'Không có khóa API thì không được mở dịch vụ tại {host}.',
  'Make a key (cchc keys create), or listen on 127.0.0.1.':
    'Hãy tạo khóa (cchc keys create), hoặc chỉ mở tại 127.0.0.1.',
  'Not allowed': 'Không có quyền',
  'Nothing is at {path}.': 'Không có gì tại {path}.',
  'See /docs or /openapi.json for what there is.':
    'Xem /docs hoặc /openapi.json để biết có những gì.',
  'The cursor is not one of this list.': 'Vị trí đã nêu không thuộc danh sách này.',
  'Send the `next` of the page before, or leave `after` out to begin again.':
    'Hãy gửi `next` của trang trước, hoặc bỏ `after` để bắt đầu lại.',
  'is not a cursor of this list': 'không phải là vị trí của danh sách này',
  'No form of the report has the media type that Accept asks for.':
    'Báo cáo không có dạng nào đúng kiểu nội dung mà Accept yêu cầu.',
  'Accept one of {types}, or send format={formats}.':
    'Hãy nhận một trong {types}, hoặc gửi format={formats}.',
  'must allow one of {types}': 'phải cho phép một trong {types}',
  'A parameter or the body cannot be used as it is.':
    'Tham số hoặc nội dung gửi lên không dùng được.',
  'The field `fix` says what to do next; `faults` names every fault.':
    'Trường `fix` nêu việc cần làm; `faults` nêu từng lỗi.',
  'Whoever runs the hub finds more in its log, by the id of the request.':
    'Người vận hành xem thêm trong nhật ký, theo mã yêu cầu.',
  'Ask again later; cchc doctor shows what is wrong.':
    'Hãy hỏi lại sau; lệnh cchc doctor cho biết chỗ hỏng.',
  'Nothing has that name; near names are in the field `fix`.':
    'Không có gì mang tên đó; các tên gần đúng ở trường `fix`.',
  'The key is good, but has not this scope, or is bound to other organisations.':
    'Khóa còn hiệu lực nhưng không có quyền này, hoặc giới hạn theo đơn vị khác.',
  'Somebody else is changing the same thing now.': 'Đang có người khác thay đổi cùng nội dung.',
  'Ask again when that has ended.': 'Hãy hỏi lại khi việc đó xong.',
  'What the configuration says cannot be used as it is.': 'Nội dung cấu hình không dùng được.',
  'What a portal sends is not what its connector knows.':
    'Dữ liệu của cổng khác với những gì bộ kết nối biết.',
  'A portal does not take the account of the hub.': 'Cổng không chấp nhận tài khoản của hệ thống.',
  'A gateway that this one asks cannot be reached, or answered what it may not.':
    'Dịch vụ được hỏi tiếp không kết nối được, hoặc trả lời không hợp lệ.',
  'Correct what `faults` names; /docs says what may be asked.':
    'Hãy sửa những chỗ nêu ở trường `faults`; trang /docs cho biết có thể hỏi gì.',
  'The machine refused': 'Máy này không làm được',
  'What keeps the services of the machine is not there, or refused.':
    'Phần quản lý dịch vụ của máy không có hoặc đã từ chối.',
  'A portal cannot be reached.': 'Không kết nối được cổng.',
  'A portal sent so little that it takes the place of nothing.':
    'Cổng gửi quá ít nên không thay dữ liệu đang có.',
  'A portal takes no more requests for now.': 'Cổng tạm thời không nhận thêm yêu cầu.',
  'It was stopped before it had ended.': 'Việc bị dừng trước khi xong.',
  'The database cannot be read or written now.': 'Hiện không đọc hoặc ghi được cơ sở dữ liệu.',
  'Too many wrong keys': 'Quá nhiều khóa sai',
  'Too many wrong keys came from this address, and this one is wrong, or was sent too soon after another one.':
    'Địa chỉ này đã gửi quá nhiều khóa sai; khóa vừa gửi cũng sai, hoặc được gửi quá sớm sau khóa trước.',
  'Send the right key. One that cchc keys made is looked at at once, any other once a second.':
    'Hãy gửi đúng khóa. Khóa do lệnh cchc keys tạo được xét ngay; khóa khác mỗi giây chỉ xét một lần.',
  'Too many requests': 'Quá nhiều lượt hỏi',
  'This key has asked as often as it may within a minute.':
    'Khóa này đã hỏi hết số lượt cho phép trong một phút.',
  'Wait as the header Retry-After says; RateLimit tells in each answer what is left.':
    'Hãy chờ theo tiêu đề Retry-After; RateLimit trong mỗi câu trả lời cho biết số lượt còn lại.',
  'The request is being done': 'Yêu cầu đang được thực hiện',
  'A request with this Idempotency-Key was sent before, and is not answered yet.':
    'Yêu cầu với Idempotency-Key này đã được gửi trước đó và chưa có trả lời.',
  'Send the same again in some seconds, as the header Retry-After says.':
    'Hãy gửi lại đúng yêu cầu đó sau vài giây, theo tiêu đề Retry-After.',
  'The gateway was stopped; what was read until then is stored':
    'Dịch vụ được dừng; dữ liệu đã đọc đến lúc đó đã được lưu',
  'Nothing is to be done: the next sync goes on from there.':
    'Không cần làm gì: lượt đồng bộ sau đọc tiếp từ đó.',
  'The key stands for another request': 'Khóa đã dùng cho yêu cầu khác',
  'This Idempotency-Key was sent within a day with another body.':
    'Idempotency-Key này đã được gửi trong vòng một ngày với nội dung khác.',
  'Send a new key with a new request, and the same one only with the same body.':
    'Yêu cầu mới thì gửi khóa mới; chỉ gửi lại khóa cũ với đúng nội dung cũ.',
  'Too many syncs': 'Quá nhiều lượt đồng bộ',
  'As many syncs as this gateway runs at once are going on, or it is about to end.':
    'Số lượt đồng bộ chạy cùng lúc đã đủ mức, hoặc dịch vụ sắp dừng.',
  'Ask again as the header Retry-After says. Nothing was begun.':
    'Hãy gửi lại theo tiêu đề Retry-After. Chưa có gì được bắt đầu.',
  'Too many open streams': 'Mở quá nhiều luồng sự kiện',
  'This key, or all together, have as many streams of events open as they may.':
    'Khóa này, hoặc tất cả các khóa, đã mở đủ số luồng sự kiện cho phép.',
  'Close one, or ask for the run itself now and then.':
    'Hãy đóng bớt một luồng, hoặc thỉnh thoảng hỏi chính lượt chạy đó.',
  'This form was not sent by this page.': 'Biểu mẫu này không do trang này gửi.',
  'This form cannot be read.': 'Không đọc được biểu mẫu đã gửi.',
  'Open the page again and send it from there.': 'Hãy mở lại trang và gửi từ đó.',
  'There is no such page.': 'Không có trang này.',
  'Go on from the overview.': 'Hãy bắt đầu từ trang tổng quan.',
  'There is no such code.': 'Không có mã lỗi này.',
  '/errors lists all of them.': '/errors liệt kê tất cả.',
}
