import type { Catalogue } from '@cchc/domain'

/** What goes wrong between us and any portal. */
export const kitVietnamese: Catalogue = {
  '{stream}: the saved position cannot be read; reading from the beginning':
    '{stream}: không đọc được vị trí đã lưu; đọc lại từ đầu',
  '{stream}: the saved position is of version {found}, and this version of the connector knows {known}; reading from the beginning':
    '{stream}: vị trí đã lưu thuộc phiên bản {found}, còn bộ kết nối này chỉ biết đến phiên bản {known}; đọc lại từ đầu',
  '{stream}: the saved position of version {found} could not be brought to version {known}; reading from the beginning':
    '{stream}: không chuyển được vị trí đã lưu từ phiên bản {found} lên phiên bản {known}; đọc lại từ đầu',
  'this was not asked when it was recorded': 'yêu cầu này không có trong lần ghi lại',
  'the same answers give other records each time they are read':
    'cùng một kết quả trả về nhưng mỗi lần đọc cho bản ghi khác nhau',
  'Let the connector take the time from io.now(), and nothing from chance.':
    'Bộ kết nối phải lấy thời gian từ io.now() và không dùng giá trị ngẫu nhiên.',
  'an answer has more than {most} fields': 'kết quả trả về có hơn {most} trường',
  "Stream {stream} of connector {id} says deletes: '{deletes}', which no stream of dossiers can":
    "Luồng {stream} của bộ kết nối {id} khai báo deletes: '{deletes}', điều mà luồng hồ sơ không thể dùng",
  "Say deletes: 'pages' and name in pages which days are read whole, or 'never' where removals do not show.":
    "Hãy khai báo deletes: 'pages' và nêu trong các trang những ngày đã đọc trọn, hoặc 'never' nếu cổng không cho biết việc xóa.",
  'Connector {id} cannot compare figures as it declares':
    'Không thể so sánh số liệu theo khai báo của bộ kết nối {id}',
  'This is a fault of the connector: correct what it declares under compares.':
    'Đây là lỗi của bộ kết nối: hãy sửa khai báo trong mục compares.',
  'is not counted by rule {rule}: {figure}': 'không được quy tắc {rule} đếm: {figure}',
  'names no figure': 'không nêu số liệu nào',
  'holds a list or an object where a text belongs':
    'có danh sách hoặc đối tượng ở chỗ phải là văn bản',
  'not the name of a field': 'không phải là tên trường',
  'states an answer that is not known': 'ghi câu trả lời chưa biết',
  'not a month such as 2022-09': 'không phải là tháng, chẳng hạn 2022-09',
  '{place}: HTTP {status}': '{place}: cổng trả lời HTTP {status}',
  '{place}: {reason}': '{place}: {reason}',
  'no answer in time': 'cổng không trả lời trong thời hạn',
  'connection lost': 'mất kết nối',
  ECONNREFUSED: 'máy chủ từ chối kết nối (ECONNREFUSED)',
  ECONNRESET: 'kết nối bị ngắt giữa chừng (ECONNRESET)',
  ENOTFOUND: 'không tìm thấy tên máy chủ (ENOTFOUND)',
  ETIMEDOUT: 'quá thời gian kết nối (ETIMEDOUT)',
  '{place}: the answer is larger than allowed': '{place}: câu trả lời lớn hơn dung lượng cho phép',
  '{place}: the portal asks to wait for {seconds} seconds, longer than http.longestWaitSeconds allows':
    '{place}: cổng yêu cầu chờ {seconds} giây, lâu hơn mức http.longestWaitSeconds cho phép',
  '{host}: the {count} requests of this run are used up':
    '{host}: đã dùng hết {count} yêu cầu của lần chạy này',
  'Nothing is lost: the next run goes on from here. Raise http.maxRequests in the configuration if the source needs more.':
    'Không mất dữ liệu: lần chạy sau đọc tiếp từ đây. Nếu nguồn cần nhiều hơn, hãy tăng http.maxRequests trong cấu hình.',
  'requests to {host} are not allowed for this source':
    'nguồn này không được gửi yêu cầu đến {host}',
  'the run was stopped': 'lần chạy đã bị dừng',
  'Ask the administrator of the portal for the certificate of its authority, check it, and name its file in the configuration: http.tls.ca.':
    'Hãy xin quản trị viên của cổng chứng thư số của cơ quan chứng thực, kiểm tra, rồi khai báo tệp đó trong cấu hình: http.tls.ca.',
  'Write the certificate and the key that the administrator of the portal gave you into the configuration: http.tls.cert and http.tls.key.':
    'Hãy khai báo chứng thư số và khóa do quản trị viên của cổng cấp trong cấu hình: http.tls.cert và http.tls.key.',
  '{place}: the proxy answered HTTP {status} and did not connect':
    '{place}: máy chủ proxy trả lời HTTP {status} và không kết nối',
  'Check http.proxy in the configuration, its username and password, and whether the proxy may reach the portal.':
    'Hãy kiểm tra http.proxy trong cấu hình, username và password của proxy, và proxy có được phép kết nối đến cổng hay không.',
  'the proxy {proxy} cannot be reached ({code})':
    'không kết nối được máy chủ proxy {proxy} ({code})',
  'the certificates or the key of the source cannot be used ({code})':
    'không dùng được chứng thư số hoặc khóa của nguồn ({code})',
  'Check http.tls in the configuration: ca, cert and key are texts in PEM, key belongs to cert, and passphrase opens it.':
    'Hãy kiểm tra http.tls trong cấu hình: ca, cert và key là văn bản PEM, key phải khớp với cert và passphrase phải mở được key.',
  'write username and password beside url': 'hãy ghi username và password bên cạnh url',
  'cert and key belong together': 'cert và key phải đi cùng nhau',
  'Write the host name for which the certificate was made into the base URL in the configuration, or ask the administrator of the portal to correct it.':
    'Hãy ghi vào địa chỉ gốc (base URL) trong cấu hình tên máy chủ có trong chứng thư, hoặc đề nghị quản trị cổng sửa chứng thư.',
  'Ask the administrator of the portal to renew it; check the clock of this machine, too.':
    'Hãy đề nghị quản trị cổng gia hạn chứng thư; kiểm tra cả đồng hồ của máy này.',
  'Check whether the base URL in the configuration must begin with http:// or name another port.':
    'Hãy kiểm tra địa chỉ gốc (base URL) trong cấu hình có phải bắt đầu bằng http:// hoặc ghi cổng kết nối khác không.',
  'Check the user name, the password and the rights of the account in the configuration.':
    'Hãy kiểm tra tên đăng nhập, mật khẩu trong cấu hình và quyền của tài khoản.',
  'Check the base URL in the configuration; if it is right, the portal changed its interface.':
    'Hãy kiểm tra địa chỉ gốc (base URL) trong cấu hình; nếu đúng thì cổng đã thay đổi giao diện lập trình.',
  'Nothing is lost: the next run goes on from here. Lower the request rate if it happens often.':
    'Không mất dữ liệu: lần chạy sau đọc tiếp từ đây. Nếu thường xuyên gặp, hãy giảm tốc độ gửi yêu cầu.',
  'Check that the portal can be reached from this machine, and run again later.':
    'Hãy kiểm tra kết nối từ máy này đến cổng và chạy lại sau.',
  'This is a fault of the connector: it names every host that it asks in hosts.':
    'Đây là lỗi của bộ kết nối: mọi máy chủ được gọi phải khai báo trong hosts.',
  'was built for version {found} of the connector contract, and this CCHC Hub has version {needed}: install a newer version of the connector':
    'được làm cho phiên bản {found} của giao ước bộ kết nối, trong khi CCHC Hub này dùng phiên bản {needed}: hãy cài bản mới hơn của bộ kết nối',
  'was built for version {found} of the connector contract, and this CCHC Hub has version {needed}: install a newer CCHC Hub (npm install @cchc/cli@latest)':
    'được làm cho phiên bản {found} của giao ước bộ kết nối, trong khi CCHC Hub này dùng phiên bản {needed}: hãy cài bản CCHC Hub mới hơn (npm install @cchc/cli@latest)',
  '{path}: is neither a folder nor an ordinary file':
    '{path}: không phải thư mục hay tệp thông thường',
  '{path}: may not be read ({code})': '{path}: không có quyền đọc ({code})',
  'Give the user that runs CCHC Hub the right to read it.':
    'Hãy cấp quyền đọc cho người dùng chạy CCHC Hub.',
  '{path}: cannot be read ({code})': '{path}: không đọc được ({code})',
  'Check path in the configuration, and that the folder is connected.':
    'Hãy kiểm tra path trong cấu hình và kết nối đến thư mục.',
  '{path}: changed while it was read': '{path}: tệp thay đổi trong khi đang đọc',
  'Run it again once the file has been written to its end.':
    'Hãy chạy lại khi tệp đã được ghi xong.',
  '{path}: is larger than allowed': '{path}: lớn hơn dung lượng cho phép',
  'Raise files.maxMegabytes in the configuration if the file belongs there.':
    'Nếu đúng là tệp cần đọc, hãy tăng files.maxMegabytes trong cấu hình.',
  '{path}: holds more than {most} files': '{path}: có hơn {most} tệp',
  'Move old files away, or raise files.most in the configuration.':
    'Hãy chuyển các tệp cũ đi nơi khác, hoặc tăng files.most trong cấu hình.',
  '{path}: lies deeper than {depth} folders': '{path}: nằm sâu hơn {depth} cấp thư mục',
  'Move it up, or raise files.depth in the configuration.':
    'Hãy chuyển lên cấp trên, hoặc tăng files.depth trong cấu hình.',
  'Lower the page size, or raise http.maxMegabytes in the configuration.':
    'Hãy giảm số bản ghi mỗi trang, hoặc tăng http.maxMegabytes trong cấu hình.',
  'Start it again: it goes on from its last checkpoint.':
    'Hãy chạy lại: hệ thống đọc tiếp từ điểm đã lưu.',

  'the answer of the portal is cut off within a character':
    'câu trả lời của cổng bị cắt cụt giữa một ký tự',
  'the answer of the portal is no text of the character set {charset}':
    'câu trả lời của cổng không phải văn bản theo bảng mã {charset}',
  'the answer of the portal names a character set that is not known: {charset}':
    'câu trả lời của cổng ghi bảng mã không được biết: {charset}',
  'holds something that cannot be read': 'có nội dung không đọc được',
  'holds a text of more than {count} characters': 'có văn bản dài hơn {count} ký tự',
  '{list}: the portal counts {count} more than it hands out, twice in a row':
    '{list}: hai lần liền cổng báo nhiều hơn {count} bản ghi so với số đã trả về',
  '{list}: the portal counts {count} more than it handed out in {readings} readings':
    '{list}: qua {readings} lượt đọc, cổng vẫn báo nhiều hơn {count} bản ghi so với số đã trả về',
  '{list}: moved in each of {readings} readings, so that rows may be missing':
    '{list}: danh sách thay đổi trong cả {readings} lượt đọc nên có thể còn thiếu bản ghi',
  '{list}: {pages} pages were read and the list has no end; the portal counts {total}':
    '{list}: đã đọc {pages} trang mà danh sách vẫn chưa hết; tổng số cổng báo: {total}',
  nothing: 'không có',
  'Run again later; if it stays, lower the page size or ask the administrator of the portal about this list.':
    'Hãy chạy lại sau; nếu vẫn lỗi, hãy giảm số bản ghi mỗi trang hoặc hỏi quản trị cổng về danh sách này.',

  'the JSON answer of the portal is cut off': 'câu trả lời JSON của cổng bị cắt cụt',
  'the portal answered with a web page instead of {format}':
    'cổng trả lời bằng một trang web thay vì {format}',
  'Open the base URL in a browser: it may be under maintenance, ask for a login, or have changed its interface.':
    'Hãy mở địa chỉ gốc bằng trình duyệt: cổng có thể đang bảo trì, đòi đăng nhập, hoặc đã đổi giao diện.',
  'the portal answered with something other than JSON':
    'cổng trả lời bằng nội dung không phải JSON',
  'the XML answer of the portal is cut off': 'câu trả lời XML của cổng bị cắt cụt',
  'the XML answer of the portal has a document type':
    'câu trả lời XML của cổng có khai báo kiểu tài liệu (DOCTYPE)',
  'the XML answer of the portal has a document type, which is not read':
    'câu trả lời XML của cổng có khai báo kiểu tài liệu (DOCTYPE) nên không được đọc',
  'the XML answer of the portal has another root': 'câu trả lời XML của cổng có phần tử gốc khác',
  'the XML answer of the portal states no number as its total':
    'câu trả lời XML của cổng không ghi tổng số là một con số',
  'the XML answer of the portal names an entity that XML does not know':
    'câu trả lời XML của cổng có thực thể (entity) mà XML không biết',
  'the portal answered with something other than well-formed XML':
    'cổng trả lời bằng nội dung không phải XML đúng chuẩn',
  'Open the base URL in a browser: it may ask for a login, or the portal changed its interface.':
    'Hãy mở địa chỉ gốc (base URL) bằng trình duyệt: cổng có thể yêu cầu đăng nhập, hoặc đã thay đổi giao diện lập trình.',
  'the answer of the login holds no token': 'câu trả lời đăng nhập không có mã truy cập (token)',
  'Check the address of the login in the configuration.':
    'Hãy kiểm tra địa chỉ đăng nhập trong cấu hình.',
  'the login was refused (HTTP {status}, {error})':
    'việc đăng nhập bị từ chối (HTTP {status}, {error})',
  'Check clientId, clientSecret, username and password in the configuration: what is refused once is not tried again.':
    'Hãy kiểm tra clientId, clientSecret, username và password trong cấu hình: thông tin đã bị từ chối sẽ không được thử lại.',
  'username and password belong together': 'username và password phải đi cùng nhau',
  'clientSecret, or username and password, is missing':
    'thiếu clientSecret, hoặc thiếu username và password',
  'the portal no longer accepts the token that was copied into the configuration':
    'cổng không còn chấp nhận mã truy cập (token) đã sao chép vào cấu hình',
  'Log in to the portal in a browser, copy its new token into the configuration and run again. Such tokens last a day at most: ask the administrator of the portal for an account with which tokens can be fetched.':
    'Hãy đăng nhập cổng bằng trình duyệt, sao chép mã truy cập mới vào cấu hình rồi chạy lại. Mã như vậy chỉ dùng được nhiều nhất một ngày: hãy đề nghị quản trị viên của cổng cấp tài khoản để phần mềm tự lấy mã.',
}
