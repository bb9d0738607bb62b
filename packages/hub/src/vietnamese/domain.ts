import {
  type Catalogue,
  FORM_PERIODS_VIETNAMESE,
  IN_FORCE_VIETNAMESE,
  LAYOUTS_VIETNAMESE,
  OTHER_RULE_VIETNAMESE,
} from '@cchc/domain'

/** What periods, figures, organisations and their records are refused for. */
export const domainVietnamese: Catalogue = {
  ...FORM_PERIODS_VIETNAMESE,
  ...LAYOUTS_VIETNAMESE,
  ...IN_FORCE_VIETNAMESE,
  ...OTHER_RULE_VIETNAMESE,
  'Use what is in force on {day}, or ask for it with --anyway: the answer then says so.':
    'Hãy dùng biểu mẫu, quy tắc có hiệu lực ngày {day}, hoặc thêm --anyway: kết quả khi đó sẽ nêu rõ.',
  'Use {forms} instead, or ask for it with --anyway: the answer then says so.':
    'Hãy dùng {forms}, hoặc thêm --anyway: kết quả khi đó sẽ nêu rõ.',
  'This is a fault of CCHC Hub: report it with the command that you ran.':
    'Đây là lỗi của CCHC Hub: hãy báo lại kèm lệnh đã chạy.',
  'A parameter is wrong.': 'Có một tham số không đúng.',
  '{count} parameters are wrong.': 'Có {count} tham số không đúng.',
  'is not known here': 'không dùng được ở đây',
  '{said} {whatToDo}': '{said} {whatToDo}',
  'The period {text} cannot be read.': 'Không đọc được kỳ {text}.',
  'The period {text} cannot be read: {reason}.': 'Không đọc được kỳ {text}: {reason}.',
  'it ends before it begins': 'ngày cuối trước ngày đầu',
  'the week is another one': 'tuần nêu tên không phải là tuần của các ngày này',
  'ends before it begins': 'ngày cuối trước ngày đầu',
  'years from {first} to {last} can be read': 'chỉ đọc được các năm từ {first} đến {last}',
  'Write a period as {forms} or {last}.': 'Hãy viết kỳ dạng {forms} hoặc {last}.',
  'must be written as {forms} or {last}': 'phải viết dạng {forms} hoặc {last}',
  'Write it as {forms} or a day such as {day} (its end).':
    'Hãy viết dạng {forms} hoặc chỉ nêu ngày, chẳng hạn {day} (cuối ngày).',
  'must be written as {forms} or a day such as {day} (its end)':
    'phải viết dạng {forms} hoặc chỉ nêu ngày, chẳng hạn {day} (cuối ngày)',
  'The instant {text} cannot be read.': 'Không đọc được thời điểm {text}.',
  'The cut-off day {day} is not a day of a month.':
    'Ngày chốt số liệu {day} không phải là một ngày trong tháng.',
  'Give a whole number from 1 to 31; the default is 14.':
    'Hãy nêu một số nguyên từ 1 đến 31; mặc định là 14.',
  'must be a whole number from 1 to {most}': 'phải là số nguyên từ 1 đến {most}',
  'The tolerance {text} cannot be read.': 'Không đọc được dung sai {text}.',
  'Write a number of dossiers such as 5, or a share such as 0,5%.':
    'Hãy viết số hồ sơ, chẳng hạn 5, hoặc tỷ lệ, chẳng hạn 0,5%.',
  'must be a whole number, or a percentage up to 100%':
    'phải là số nguyên, hoặc tỷ lệ phần trăm không quá 100%',

  'not an id of a record': 'không phải là mã định danh bản ghi',
  'not a dossier code': 'không phải là mã hồ sơ',
  'more in time than were received': 'số đúng hạn lớn hơn số đã tiếp nhận',
  'more were paid online than had to be paid':
    'số hồ sơ thanh toán trực tuyến lớn hơn số hồ sơ có nghĩa vụ tài chính',
  'finished before it was received': 'kết thúc trước khi tiếp nhận',
  'finished before the competent agency had it':
    'kết thúc trước khi cơ quan có thẩm quyền nhận được',
  'with the competent agency before it was handed in':
    'cơ quan có thẩm quyền nhận được trước khi nộp',
  'not a procedure code such as 1.004875':
    'không phải là mã thủ tục hành chính, chẳng hạn 1.004875',
  'not a code such as G05-HKD': 'không phải là mã, chẳng hạn G05-HKD',
  'not a status such as done or 9': 'không phải là trạng thái, chẳng hạn done hoặc 9',
  'not a level such as 4 or Toàn trình': 'không phải là mức độ, chẳng hạn 4 hoặc Toàn trình',
  'holds a number of nine digits': 'có dãy chín chữ số',
  'the score {score} is above its maximum {maximum}': 'điểm {score} vượt điểm tối đa {maximum}',
  'the score {score} is below 0': 'điểm {score} nhỏ hơn 0',
  'the ratio {ratio} does not follow from {part} of {whole}':
    'tỷ lệ {ratio} không khớp với {part} trên {whole}',
  'not a flag of quality': 'không phải là cờ chất lượng dữ liệu',
  'not the name of a file': 'không phải là tên tệp',
  'not a counting rule that is known': 'không phải là quy tắc đếm đã biết',
  'states no column': 'không nêu số liệu của cột nào',
  'not an organisation code such as H48.53': 'không phải là mã đơn vị, chẳng hạn H48.53',
  'not an indicator id such as plan_tasks_done':
    'không phải là mã chỉ tiêu, chẳng hạn plan_tasks_done',
  'not a criterion code such as 2.1.1.1': 'không phải là mã tiêu chí, chẳng hạn 2.1.1.1',
  'above the maximum': 'vượt điểm tối đa',
  'behind the last place': 'thứ hạng lớn hơn số đơn vị xếp hạng',
  'domain codes are not unique': 'mã lĩnh vực bị trùng',
  'criterion {code} belongs to no domain': 'tiêu chí {code} không thuộc lĩnh vực nào',
  'indicator ids are not unique': 'mã chỉ tiêu bị trùng',
  'indicator {id} names {other}, which does not exist':
    'chỉ tiêu {id} dẫn đến {other}, nhưng không có chỉ tiêu này',
  'row id {row} occurs twice': 'mã dòng {row} xuất hiện hai lần',
  'row {row} has a cell under no column: {column}': 'dòng {row} có ô không thuộc cột nào: {column}',
  'The document is not a report in the list form.': 'Tài liệu không phải là báo cáo dạng danh mục.',
  'Correct the places that are named.': 'Hãy sửa các chỗ được nêu.',
  'The report {title} is not in the list form.': 'Báo cáo {title} không ở dạng danh mục.',
  'Only reports with a single column of figures have this form.':
    'Chỉ báo cáo có một cột số liệu mới ở dạng này.',

  'The successions of organisations are wrong: {fault}':
    'Khai báo kế thừa giữa các đơn vị không đúng: {fault}',
  'Correct them so that each organisation has one successor at a time.':
    'Hãy sửa để mỗi thời điểm một đơn vị chỉ có một đơn vị kế thừa.',
  'a renaming is from one organisation to one': 'đổi tên là từ một đơn vị sang một đơn vị',
  'a merger is from several organisations to one': 'sáp nhập là từ nhiều đơn vị thành một đơn vị',
  'a split is from one organisation to several': 'chia tách là từ một đơn vị thành nhiều đơn vị',
  'what is abolished cannot be its own successor':
    'đơn vị bị giải thể không thể tự kế thừa chính mình',
  '{code} is named twice': '{code} được nêu hai lần',
  '{code} is not among the successors {codes}': '{code} không thuộc các đơn vị kế thừa {codes}',
  '{code} is not among the predecessors {codes}': '{code} không thuộc các đơn vị trước đó {codes}',
  'is needed: it must be said which of {codes} follows {lost}':
    'bắt buộc phải có: phải nêu đơn vị nào trong {codes} kế thừa {lost}',
  '{code} has two successors on {day}: {place} names one already':
    '{code} có hai đơn vị kế thừa ngày {day}: {place} đã nêu một đơn vị',
  '{code} ended on {day} already, with {place}': '{code} đã kết thúc ngày {day}, theo {place}',
  '{code} goes on and ends on {day}: {place} says that it goes on':
    '{code} vừa tiếp tục vừa kết thúc ngày {day}: {place} nêu là tiếp tục',
  'a circle on {day}: {codes}': 'kế thừa vòng tròn ngày {day}: {codes}',
  'the certificate is signed by an authority that this machine does not know ({code})':
    'chứng thư số do một tổ chức mà máy này không biết ký ({code})',
  'the certificate is for another host name ({code})':
    'chứng thư số được cấp cho tên máy chủ khác ({code})',
  'the certificate has expired ({code})': 'chứng thư số đã hết hạn ({code})',
  'the certificate is not yet valid ({code})': 'chứng thư số chưa có hiệu lực ({code})',
  'the server ended the encrypted connection: it asks for a client certificate, or does not accept the one that it was shown ({code})':
    'máy chủ đã ngắt kết nối mã hóa: máy chủ yêu cầu chứng thư số của máy khách, hoặc không chấp nhận chứng thư số đã gửi ({code})',
  'the certificate is not accepted ({code})': 'chứng thư số không được chấp nhận ({code})',
  'the server does not speak TLS as it should ({code})': 'máy chủ không kết nối TLS được ({code})',
}
