/** What this connector says, by its English texts. */
export const vietnamese = {
  'an answer of the portal has another form than its document states':
    'kết quả trả về của cổng không đúng cấu trúc trong tài liệu mô tả',
  'the portal answers with changes that it was not asked for':
    'cổng trả về những thay đổi không được yêu cầu',
  'a text is missing, or is none': 'thiếu giá trị, hoặc giá trị không phải là chuỗi ký tự',
  'a number is missing, or is none': 'thiếu giá trị, hoặc giá trị không phải là số nguyên',
  'a word that the portal was not known to use': 'giá trị không có trong tài liệu của cổng',
}
