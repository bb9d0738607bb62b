import type { Catalogue } from '@cchc/domain'

/** What the database, its locks and its lists refuse. */
export const storeVietnamese: Catalogue = {
  'No key has the id {id}.': 'Không có khóa nào mang mã {id}.',
  'cchc keys list shows all of them.': 'Lệnh cchc keys list liệt kê tất cả các khóa.',
  'The key {id} was revoked by {person} on {instant}.':
    'Khóa {id} đã bị {person} thu hồi lúc {instant}.',
  'is revoked already': 'đã bị thu hồi',
  'What {source} brings waits at the gate since {since}: {reasons}. Its figures are those of {instant}. If it is right: cchc sync {source} --accept':
    'Số liệu mới của {source} đang chờ ở cửa kiểm soát từ {since}: {reasons}. Số liệu đang hiện là số liệu lúc {instant}. Nếu đúng, hãy chạy: cchc sync {source} --accept',
  'The database URL is wrong: {reason}.': 'Địa chỉ cơ sở dữ liệu không đúng: {reason}.',
  'there is no database of kind {kind}': 'không có loại cơ sở dữ liệu {kind}',
  'the path is missing': 'thiếu đường dẫn',
  'a database in memory is gone when the command ends, and no thread shares it':
    'cơ sở dữ liệu trong bộ nhớ mất khi lệnh kết thúc và không luồng nào dùng chung được',
  'write the path alone, without file: and options':
    'chỉ viết đường dẫn, không kèm file: và tham số',
  'the PostgreSQL URL cannot be read': 'không đọc được địa chỉ PostgreSQL',
  'Write sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE.':
    'Hãy viết sqlite:PATH hoặc postgres://USER:PASSWORD@HOST:PORT/DATABASE.',
  'The database {target} was written by a newer version of CCHC Hub ({version}).':
    'Cơ sở dữ liệu {target} được tạo bởi phiên bản CCHC Hub mới hơn ({version}).',
  'Install that version, or a newer one, and run the same command again.':
    'Hãy cài phiên bản đó hoặc mới hơn rồi chạy lại lệnh này.',
  'What was copied is not what was read, in the tables {tables}; nothing was kept of it.':
    'Dữ liệu đã chép không khớp dữ liệu đã đọc ở các bảng {tables}; không giữ lại gì.',
  'The copying was stopped before it was finished; nothing was kept of it.':
    'Việc sao chép đã bị dừng giữa chừng; không giữ lại gì.',
  'Run the same command again.': 'Hãy chạy lại lệnh này.',
  'The archive {path} is damaged: it was cut off or altered after it was written.':
    'Tệp sao lưu {path} bị hỏng: đã bị cắt cụt hoặc sửa đổi sau khi ghi.',
  'Nothing was changed. Take another backup.': 'Chưa thay đổi gì. Hãy dùng bản sao lưu khác.',
  'There is no archive at {path}.': 'Không có tệp sao lưu nào ở {path}.',
  'Name another file, or make one there: cchc backup FILE':
    'Hãy nêu tệp khác, hoặc sao lưu vào đó: cchc backup TỆP',
  'The archive {path} cannot be opened.': 'Không mở được tệp sao lưu {path}.',
  'Check that the path is a file that this user may read.':
    'Hãy kiểm tra đường dẫn là một tệp mà tài khoản này được đọc.',
  '{path} is no archive of CCHC Hub.': '{path} không phải là tệp sao lưu của CCHC Hub.',
  'Name a file that cchc backup has written.': 'Hãy chọn tệp do lệnh cchc backup ghi.',
  'The folder of {file} does not exist.': 'Không có thư mục chứa {file}.',
  'Create it, or name another file.': 'Hãy tạo thư mục, hoặc chọn tệp khác.',
  '{file} is the database itself.': '{file} chính là cơ sở dữ liệu đang dùng.',
  'Name another file.': 'Hãy chọn tệp khác.',
  '{file} is there already.': 'Đã có tệp {file}.',
  'Name another file, or say --overwrite.': 'Hãy chọn tệp khác, hoặc thêm --overwrite.',
  'The database {target} is not empty.': 'Cơ sở dữ liệu {target} không trống.',
  'Name an empty one. Only a restore with --overwrite replaces what is there.':
    'Hãy chọn cơ sở dữ liệu trống. Chỉ lệnh restore có --overwrite mới thay dữ liệu đang có.',
  'The database {target} was written to while it was copied; nothing was kept of the copy.':
    'Cơ sở dữ liệu {target} có dữ liệu mới ghi trong lúc sao chép; không giữ lại bản chép.',
  'Stop what syncs and enters, then run the same command again.':
    'Hãy dừng việc đồng bộ và nhập liệu rồi chạy lại lệnh này.',
  'The directory {folder} of the database file does not exist.':
    'Không có thư mục {folder} của tệp cơ sở dữ liệu.',
  'Create it (mkdir -p {folder}), or configure another path.':
    'Hãy tạo thư mục (mkdir -p {folder}), hoặc đặt đường dẫn khác trong cấu hình.',
  'The database file {path} is damaged or is no SQLite database ({code}).':
    'Tệp cơ sở dữ liệu {path} bị hỏng hoặc không phải là cơ sở dữ liệu SQLite ({code}).',
  'Put a backup in its place, or move the file away and sync again from the beginning.':
    'Hãy thay bằng bản sao lưu, hoặc chuyển tệp đi nơi khác và đồng bộ lại từ đầu.',
  'There is no room left to write to the database file {path} ({code}).':
    'Không còn chỗ để ghi vào tệp cơ sở dữ liệu {path} ({code}).',
  'Free some disk space and run the same command again; nothing that was committed is lost.':
    'Hãy giải phóng dung lượng đĩa rồi chạy lại lệnh này; dữ liệu đã ghi không bị mất.',
  'The database file {path} or its directory cannot be written to ({code}).':
    'Không ghi được vào tệp cơ sở dữ liệu {path} hoặc thư mục chứa tệp ({code}).',
  'Give this user the right to write to the file and its directory, or configure another path.':
    'Hãy cấp cho tài khoản này quyền ghi vào tệp và thư mục, hoặc đặt đường dẫn khác trong cấu hình.',
  'The database file {path} cannot be opened ({code}).':
    'Không mở được tệp cơ sở dữ liệu {path} ({code}).',
  'Check that the path is a file in a directory that this user may read and write.':
    'Hãy kiểm tra đường dẫn là một tệp nằm trong thư mục mà tài khoản này được đọc và ghi.',
  'Another process keeps the database file {path} locked ({code}).':
    'Một tiến trình khác đang khóa tệp cơ sở dữ liệu {path} ({code}).',
  'Wait for it to end and run the same command again.':
    'Hãy đợi tiến trình đó kết thúc rồi chạy lại lệnh này.',
  'The database file {path} could not be read or written by the operating system ({code}).':
    'Hệ điều hành không đọc hoặc ghi được tệp cơ sở dữ liệu {path} ({code}).',
  'Check the disk and its free space, then run the same command again.':
    'Hãy kiểm tra đĩa và dung lượng trống rồi chạy lại lệnh này.',
  'The database file {path} refused a statement ({code}).':
    'Tệp cơ sở dữ liệu {path} từ chối một câu lệnh ({code}).',
  'Check that the file was made by CCHC Hub and that no other program changed it.':
    'Hãy kiểm tra tệp do CCHC Hub tạo ra và không bị chương trình khác thay đổi.',
  'The PostgreSQL server {target} cannot be reached ({code}).':
    'Không kết nối được máy chủ PostgreSQL {target} ({code}).',
  'Check that the server runs and that host, port and firewall are right, then run the same command again.':
    'Hãy kiểm tra máy chủ đang hoạt động, địa chỉ, cổng mạng và tường lửa, rồi chạy lại lệnh này.',
  'The PostgreSQL server {target} refused the user name or the password ({code}).':
    'Máy chủ PostgreSQL {target} từ chối tên đăng nhập hoặc mật khẩu ({code}).',
  'Check the user and the password in the database URL and the server access rules (pg_hba.conf).':
    'Hãy kiểm tra tên đăng nhập, mật khẩu trong địa chỉ cơ sở dữ liệu và quy tắc truy cập của máy chủ (pg_hba.conf).',
  'The PostgreSQL server {target} has no database of this name ({code}).':
    'Máy chủ PostgreSQL {target} không có cơ sở dữ liệu tên này ({code}).',
  'Create it (createdb), or correct the name in the database URL.':
    'Hãy tạo cơ sở dữ liệu (createdb), hoặc sửa tên trong địa chỉ cơ sở dữ liệu.',
  'The PostgreSQL server {target} can only be read ({code}).':
    'Máy chủ PostgreSQL {target} chỉ cho đọc ({code}).',
  'Configure the primary server instead of a read-only replica.':
    'Hãy cấu hình máy chủ chính thay cho bản sao chỉ đọc.',
  'The PostgreSQL server {target} does not let this user do this ({code}).':
    'Máy chủ PostgreSQL {target} không cho tài khoản này thực hiện việc này ({code}).',
  'Give the user the right to create and change tables in this database.':
    'Hãy cấp cho tài khoản quyền tạo và sửa bảng trong cơ sở dữ liệu này.',
  'The PostgreSQL server {target} has no disk space left ({code}).':
    'Máy chủ PostgreSQL {target} hết dung lượng đĩa ({code}).',
  'Free some space on the server and run the same command again; nothing committed is lost.':
    'Hãy giải phóng dung lượng trên máy chủ rồi chạy lại lệnh này; dữ liệu đã ghi không bị mất.',
  'The PostgreSQL server {target} is out of connections or memory ({code}).':
    'Máy chủ PostgreSQL {target} hết kết nối hoặc bộ nhớ ({code}).',
  'Close other connections or raise the server limits, then run the same command again.':
    'Hãy đóng bớt kết nối khác hoặc nâng giới hạn của máy chủ rồi chạy lại lệnh này.',
  'The PostgreSQL server {target} is shutting down or starting up ({code}).':
    'Máy chủ PostgreSQL {target} đang tắt hoặc đang khởi động ({code}).',
  'Wait until it is up and run the same command again.':
    'Hãy đợi máy chủ hoạt động rồi chạy lại lệnh này.',
  'The PostgreSQL server {target} reports damaged data ({code}).':
    'Máy chủ PostgreSQL {target} báo dữ liệu bị hỏng ({code}).',
  'Restore the database from a backup.': 'Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.',
  'The connection to the PostgreSQL server {target} broke ({code}).':
    'Kết nối tới máy chủ PostgreSQL {target} bị ngắt ({code}).',
  'Run the same command again; nothing that was committed is lost.':
    'Hãy chạy lại lệnh này; dữ liệu đã ghi không bị mất.',
  'On the PostgreSQL server {target} another process was in the way for too long ({code}).':
    'Trên máy chủ PostgreSQL {target}, một tiến trình khác giữ khóa quá lâu ({code}).',
  'Run the same command again; cchc runs shows what is at work.':
    'Hãy chạy lại lệnh này; cchc runs cho biết lần chạy nào đang hoạt động.',
  'What answers at {target} is no PostgreSQL server ({code}).':
    'Máy trả lời tại {target} không phải là máy chủ PostgreSQL ({code}).',
  'Check host and port in the database URL.':
    'Hãy kiểm tra tên máy và cổng trong địa chỉ cơ sở dữ liệu.',
  'What stands before the PostgreSQL server {target} refuses a session ({code}).':
    'Phần mềm đứng trước máy chủ PostgreSQL {target} từ chối phiên kết nối ({code}).',
  'With PgBouncer, set ignore_startup_parameters = statement_timeout, lock_timeout, idle_in_transaction_session_timeout, options.':
    'Với PgBouncer, hãy đặt ignore_startup_parameters = statement_timeout, lock_timeout, idle_in_transaction_session_timeout, options.',
  'The PostgreSQL server {target} speaks no TLS, though the URL asks for it.':
    'Máy chủ PostgreSQL {target} không hỗ trợ TLS, trong khi địa chỉ yêu cầu TLS.',
  'Have TLS switched on at the server; where the network can be trusted, take sslmode out of the database URL.':
    'Hãy đề nghị bật TLS trên máy chủ; nếu mạng đáng tin cậy thì bỏ sslmode khỏi địa chỉ cơ sở dữ liệu.',
  'A file of certificates that the database URL names is not there ({code}).':
    'Không có tệp chứng thư được nêu trong địa chỉ cơ sở dữ liệu ({code}).',
  'Correct sslrootcert, sslcert or sslkey in the database URL.':
    'Hãy sửa sslrootcert, sslcert hoặc sslkey trong địa chỉ cơ sở dữ liệu.',
  'No connection to the PostgreSQL server {target} can be made ({code}).':
    'Không tạo được kết nối tới máy chủ PostgreSQL {target} ({code}).',
  'Check host and port in the database URL, and that the server runs.':
    'Hãy kiểm tra tên máy và cổng trong địa chỉ cơ sở dữ liệu, và máy chủ có đang hoạt động không.',
  'All connections to the PostgreSQL server {target} are in use ({code}).':
    'Mọi kết nối tới máy chủ PostgreSQL {target} đều đang bận ({code}).',
  'Wait until other work is done and run the same command again.':
    'Hãy đợi các việc khác xong rồi chạy lại lệnh này.',
  'The PostgreSQL server {target} did not answer in time ({code}).':
    'Máy chủ PostgreSQL {target} không trả lời kịp thời ({code}).',
  'Check the network to the server, then run the same command again.':
    'Hãy kiểm tra đường mạng tới máy chủ rồi chạy lại lệnh này.',
  'The PostgreSQL server {target} ended a transaction in which this process stood still ({code}).':
    'Máy chủ PostgreSQL {target} đã kết thúc giao dịch vì tiến trình này đứng yên quá lâu ({code}).',
  'The PostgreSQL server {target} took too long for a statement ({code}).':
    'Máy chủ PostgreSQL {target} thực hiện một câu lệnh quá lâu ({code}).',
  'Run the same command again when the server has less to do, or raise statement_timeout and query_timeout in the database URL.':
    'Hãy chạy lại lệnh này khi máy chủ bớt tải, hoặc tăng statement_timeout và query_timeout trong địa chỉ cơ sở dữ liệu.',
  'The PostgreSQL server {target}: {reason}.': 'Máy chủ PostgreSQL {target}: {reason}.',
  'Get the certificate of its authority from the administrator of the server, check it, and add sslrootcert=FILE to the database URL.':
    'Hãy xin quản trị máy chủ chứng thư của tổ chức cấp, kiểm tra chứng thư đó, rồi thêm sslrootcert=TỆP vào địa chỉ cơ sở dữ liệu.',
  'Write the host name for which the certificate was made into the database URL, or have the certificate corrected.':
    'Hãy ghi vào địa chỉ cơ sở dữ liệu tên máy chủ có trong chứng thư, hoặc đề nghị sửa chứng thư.',
  'Add the certificate and the key that the administrator of the server gave you to the database URL: sslcert=FILE and sslkey=FILE.':
    'Hãy thêm chứng thư số và khóa do quản trị viên máy chủ cấp vào địa chỉ cơ sở dữ liệu: sslcert=FILE và sslkey=FILE.',
  'Have the certificate of the server renewed; check the clock of this machine, too.':
    'Hãy đề nghị gia hạn chứng thư của máy chủ; kiểm tra cả đồng hồ của máy này.',
  'The PostgreSQL server {target} refused a statement ({code}).':
    'Máy chủ PostgreSQL {target} từ chối một câu lệnh ({code}).',
  'Check that the tables were made by CCHC Hub and that no other program changed them.':
    'Hãy kiểm tra các bảng do CCHC Hub tạo ra và không bị chương trình khác thay đổi.',
  'Source {source} is being synced by run {run} (process {process} on {host}).':
    'Nguồn {source} đang được lần chạy {run} đồng bộ (tiến trình {process} trên máy {host}).',
  'Wait until it ends. Should that machine be gone, the source is free at {instant}.':
    'Hãy đợi lần chạy đó kết thúc. Nếu máy đó không còn hoạt động, nguồn được giải phóng lúc {instant}.',
  'Run {run} no longer holds the lease of source {source}.':
    'Lần chạy {run} không còn giữ quyền đồng bộ nguồn {source}.',
  'Another run took over, or this one was finished; start a new run.':
    'Lần chạy khác đã tiếp quản, hoặc lần chạy này đã kết thúc; hãy chạy lần mới.',
  'This process no longer has part {part} of {stream} of run {run}.':
    'Tiến trình này không còn giữ phần {part} của {stream} thuộc lần chạy {run}.',
  'Run {run} stops: another part of it failed.':
    'Lần chạy {run} dừng lại: một phần khác của lần chạy này bị lỗi.',
  'Nothing is to be done: another process reads what is left.':
    'Không cần làm gì: tiến trình khác đọc tiếp phần còn lại.',
  'Nothing is to be done: the next run goes on with what is left.':
    'Không cần làm gì: lần chạy sau đọc tiếp phần còn lại.',
  '{stream}: only {done} of {all} parts are read': '{stream}: mới đọc xong {done}/{all} phần',
  'Stream {stream} of source {source} brought {count} records where a whole pass held {stored}; the stored ones stay.':
    'Luồng dữ liệu {stream} của nguồn {source} chỉ trả về {count} bản ghi trong khi một lần đọc trọn có {stored}; giữ nguyên các bản ghi đã lưu.',
  'Check the portal. If the records are really gone there, run: cchc sync {source} --accept-removals':
    'Hãy kiểm tra nguồn. Nếu các bản ghi đó thực sự không còn ở nguồn, hãy chạy: cchc sync {source} --accept-removals',
  '{stream}: {absent} stored records did not come, but {count} refused ones without a readable key may be among them; nothing was removed. If they are really gone there, sync with --accept-removals.':
    '{stream}: {absent} bản ghi đã lưu không được trả về, nhưng {count} bản ghi bị từ chối không đọc được mã có thể chính là chúng; không xóa bản ghi nào. Nếu các bản ghi đó thực sự không còn ở nguồn, hãy đồng bộ với --accept-removals.',
  '{stream}: {absent} stored dossiers did not come, but {count} refused ones without a readable key may be among them; they still count.':
    '{stream}: {absent} hồ sơ đã lưu không được trả về, nhưng {count} hồ sơ bị từ chối không đọc được mã có thể chính là chúng; các hồ sơ đó vẫn được tính.',
  '{stream}: {count} stored dossiers are no longer at the portal: {codes}. They still count; if they are really gone there, run: cchc sync {source} --accept-removals':
    '{stream}: {count} hồ sơ đã lưu không còn ở nguồn: {codes}. Các hồ sơ này vẫn được tính; nếu chúng thực sự không còn ở nguồn, hãy chạy: cchc sync {source} --accept-removals',
  '{stream}: {count} dossiers are no longer at the portal and count no more: {codes}':
    '{stream}: {count} hồ sơ không còn ở nguồn và không được tính nữa: {codes}',
  'The refused record {id} was dismissed by {by} already.':
    'Bản ghi bị từ chối {id} đã được {by} ghi nhận là không cần xử lý.',
  'The refused record {id} is resolved already.': 'Bản ghi bị từ chối {id} đã xử lý xong.',
  'Look at it with: cchc quarantine show {id}': 'Hãy xem bằng: cchc quarantine show {id}',
  'There is no run {run}.': 'Không có lần chạy {run}.',
  'List the runs to see their ids.': 'Hãy liệt kê các lần chạy (cchc runs) để xem mã.',
  'There is no quarantined record {id}.': 'Không có bản ghi bị từ chối {id}.',
  'List the quarantine to see its ids.':
    'Hãy liệt kê các bản ghi bị từ chối (cchc quarantine) để xem mã.',
  'is not a cursor that a list gave out': 'không phải là vị trí do một danh sách trả về',
  'Leave it out to start from the beginning with the usual size.':
    'Hãy bỏ trống để bắt đầu từ đầu với số lượng thông thường.',
  'Another {kind} of {year} was entered by {person} on {instant}.':
    '{person} đã nhập {kind} năm {year} khác, lúc {instant}.',
  'Another {kind} of {year} was entered by {person} on {instant} from {file}.':
    '{person} đã nhập {kind} năm {year} khác từ tệp {file}, lúc {instant}.',
  plan: 'kế hoạch',
  index: 'chỉ số',
  'Look at it; to replace it, ask for it and give the reason.':
    'Hãy xem lại; nếu cần thay, hãy dùng --replace và nêu lý do bằng --reason.',
  'The entry cannot be made.': 'Không nhập được số liệu.',
  'Say who enters it, and why it replaces what was entered before.':
    'Hãy nêu người nhập, và lý do thay số liệu đã nhập trước đó.',
  'must name who enters': 'phải nêu người nhập',
  'is needed to replace what was entered': 'cần có để thay số liệu đã nhập',
  'Another figure was entered before.': 'Trước đó đã nhập một số liệu khác.',
  '{count} other figures were entered before.': 'Trước đó đã nhập {count} số liệu khác.',
  'Look at each; to replace them, ask for it and give the reason.':
    'Hãy xem từng số liệu; nếu cần thay, hãy dùng --replace và nêu lý do bằng --reason.',
  'holds {before}, entered by {person} on {instant}; now {value}':
    'đang là {before}, do {person} nhập lúc {instant}; nay là {value}',
  'holds {before}, entered by {person} on {instant} from {file}; now {value}':
    'đang là {before}, do {person} nhập lúc {instant} từ tệp {file}; nay là {value}',
  'no figure': 'chưa có số liệu',
  'An indicator is entered twice at once.': 'Một chỉ tiêu được nhập hai lần cùng lúc.',
  'Enter each indicator once.': 'Hãy nhập mỗi chỉ tiêu một lần.',
  'is given more than once': 'được nêu nhiều lần',
  'is given more than {most} times': 'được nêu quá {most} lần',
  'The backup was made while this run went on; what it read later is not in it.':
    'Bản sao lưu được tạo trong khi lần chạy này chưa xong; dữ liệu đọc sau đó không có trong bản sao lưu.',
  'The next sync goes on from where this run stood then.':
    'Lần đồng bộ sau sẽ tiếp tục từ chỗ lần chạy này đang dừng khi đó.',
  'The period {period} of {organisation} is closed ({days}); nothing was entered.':
    'Kỳ {period} của {organisation} đã chốt ({days}); chưa nhập gì.',
  'Reopen it with a reason, enter the figures and close it again: cchc period reopen {period} --org {organisation}':
    'Hãy mở lại kỳ kèm lý do, nhập số liệu rồi chốt lại: cchc period reopen {period} --org {organisation}',
  'A figure of {period} was entered while the period was being closed; it is still open.':
    'Có số liệu kỳ {period} được nhập trong lúc đang chốt kỳ; kỳ vẫn chưa chốt.',
  'Close it again; what was entered is part of it then.':
    'Hãy chốt lại kỳ; khi đó số liệu vừa nhập sẽ được tính vào.',
  'The period {period} of {organisation} was closed or reopened by someone else just now.':
    'Kỳ {period} của {organisation} vừa được người khác chốt hoặc mở lại.',
  'Look at the list of periods and try again if it is still needed.':
    'Hãy xem danh sách kỳ (cchc period list) và thử lại nếu vẫn cần.',
  'Another figure of {indicator} was entered for {period} by someone else just now.':
    'Chỉ tiêu {indicator} kỳ {period} vừa được người khác nhập số liệu khác.',
  'Look at the list of entries and try again if it is still needed.':
    'Hãy xem danh sách số liệu đã nhập (cchc indicators list) và thử lại nếu vẫn cần.',
  '{name} {message}.': '{name} {message}.',
  '{value} ({note})': '{value} ({note})',
}
