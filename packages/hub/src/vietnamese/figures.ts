import type { Catalogue } from '@cchc/domain'
import { COVERAGE_VIETNAMESE } from '@cchc/figures'

/** What figures, their parameters and questions about them are refused for. */
export const figuresVietnamese: Catalogue = {
  ...COVERAGE_VIETNAMESE,
  '{unit}: what is stated of these days disagrees; {column} is from {least} to {most}, taken is {value} by {source}.':
    '{unit}: số liệu do nguồn cung cấp cho cùng các ngày không khớp nhau; {column} từ {least} đến {most}, lấy {value} của {source}.',
  '{unit}: what is stated of its parts adds up to {sum} in {column}, of the whole is stated {value}.':
    '{unit}: số liệu cung cấp cho từng phần cộng lại là {sum} ở {column}, số liệu chung được cung cấp là {value}.',
  'Source {source}, {unit}, {days}: {identity} is broken: {left} is not {right}.':
    'Nguồn {source}, {unit}, {days}: sai cân đối {identity}: {left} khác {right}.',
  'Source {source}, {unit}, {days}: stated before these days were over.':
    'Nguồn {source}, {unit}, {days}: số liệu được cung cấp khi các ngày này chưa kết thúc.',
  'No counting rule is called {name}.': 'Không có quy tắc đếm tên {name}.',
  'Known rules: {names}.': 'Các quy tắc đếm hiện có: {names}.',
  'must be one of: {names}': 'phải là một trong: {names}',
  'Rules cannot be compared: {fault}.': 'Không so sánh được các quy tắc đếm: {fault}.',
  'at least two rules are needed': 'cần ít nhất hai quy tắc đếm',
  'the rule {rule} is named twice': 'quy tắc đếm {rule} được nêu hai lần',
  'Name two or more different rules.': 'Hãy nêu từ hai quy tắc đếm khác nhau trở lên.',
  'No organisation {code} is known.': 'Không có đơn vị {code}.',
  'Check the code, or sync a source that lists organisations.':
    'Hãy kiểm tra mã, hoặc đồng bộ một nguồn có danh sách đơn vị.',
  'These statistics cannot be counted: {fault}': 'Không đếm được số liệu này: {fault}',
  'Correct the period or the split and try again.': 'Hãy sửa kỳ hoặc cách chia rồi thử lại.',
  '{day} is not a day such as 2022-12-15': '{day} không phải là ngày, chẳng hạn 2022-12-15',
  'it ends ({to}) before it begins ({from})': 'ngày cuối ({to}) trước ngày đầu ({from})',
  '{dimension} is asked twice': '{dimension} được nêu hai lần',
  'a split by month needs the months': 'chia theo tháng thì phải nêu các tháng',
  'No portal states figures of its own for a period within {from}..{to}':
    'Không có cổng nào công bố số liệu riêng cho kỳ nằm trong {from}..{to}',
  'Sync the national portal first; its figures are of calendar periods: years, and quarters and months where reporting.periods asks for them.':
    'Hãy đồng bộ cổng quốc gia trước; số liệu của cổng theo kỳ dương lịch: năm, cùng quý và tháng nếu reporting.periods yêu cầu.',

  'No portal states scores for a period within {from}..{to}':
    'Không có cổng nào công bố điểm chỉ số cho kỳ nằm trong {from}..{to}',

  'no figure is called {id}; known: {known}': 'không có số liệu tên {id}; hiện có: {known}',
  'takes no parameters': 'số liệu này không có tham số',
  'is no parameter; there are: {known}': 'không phải là tham số; các tham số: {known}',
  'is needed': 'bắt buộc phải có',
  'names nothing': 'không nêu gì',
  '{word} is not known; known: {known}': 'không có {word}; hiện có: {known}',
  '{word} is named twice': '{word} được nêu hai lần',
  '{word} is no figure of a portal, such as group.name':
    '{word} không phải là số liệu của cổng, chẳng hạn group.name',
  'adds up {kinds}': 'cộng chung {kinds}',
  'adds up {kinds}; ratios are never added': 'cộng chung {kinds}; không được cộng tỷ lệ',
  'a {kind} ({names})': '{kind} ({names})',
  '{kind} and {others}': '{kind} với {others}',
  flow: 'số phát sinh trong kỳ',
  stock: 'số tại một thời điểm',
  caseload: 'tổng số phải xử lý trong kỳ',
  ratio: 'tỷ lệ',

  '{place}: {identity} is broken: {left} is not {right}.':
    '{place}: không khớp {identity}: {left} khác {right}.',
  '{place}: {column} is {value}, less than zero.': '{place}: {column} là {value}, nhỏ hơn 0.',
  total: 'tổng số',
  '{rule}: {finding}': '{rule}: {finding}',
  '{rule}: some dossiers differ for no known cause.':
    '{rule}: có hồ sơ chênh lệch chưa rõ nguyên nhân.',
}
