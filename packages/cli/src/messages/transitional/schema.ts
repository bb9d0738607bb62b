import type { Phrases } from './phrases.ts'

/** What the schema library says of a value that it refuses, and its names of types, formats and units. */
export const schemaPhrases: Phrases = {
  'Invalid input': 'giá trị không hợp lệ',
  'Invalid input: expected {expected}, received undefined': 'thiếu giá trị: cần {expected*}',
  'Invalid input: expected {expected}, received {received}':
    'giá trị không hợp lệ: cần {expected*}, nhưng nhận được {received*}',
  'Invalid input: expected {value}': 'giá trị không hợp lệ: phải là {value}',
  'Invalid input: more than one option matched':
    'giá trị không hợp lệ: phù hợp với nhiều dạng cùng lúc',
  'Invalid option: expected one of {values}': 'giá trị không hợp lệ: phải là một trong {values}',
  'Invalid discriminator value. Expected {values}':
    'giá trị phân loại không hợp lệ: phải là {values}',

  'Too big: expected {what} to have exactly {limit} {unit}':
    'quá dài: {what*} phải có đúng {limit} {unit*}',
  'Too big: expected {what} to have <={limit} {unit}':
    'quá dài: {what*} chỉ được có nhiều nhất {limit} {unit*}',
  'Too big: expected {what} to have <{limit} {unit}':
    'quá dài: {what*} phải có ít hơn {limit} {unit*}',
  'Too big: expected {what} to be <={limit}': 'quá lớn: {what*} phải nhỏ hơn hoặc bằng {limit}',
  'Too big: expected {what} to be <{limit}': 'quá lớn: {what*} phải nhỏ hơn {limit}',
  'Too small: expected {what} to have exactly {limit} {unit}':
    'quá ngắn: {what*} phải có đúng {limit} {unit*}',
  'Too small: expected {what} to have >={limit} {unit}':
    'quá ngắn: {what*} phải có ít nhất {limit} {unit*}',
  'Too small: expected {what} to have >{limit} {unit}':
    'quá ngắn: {what*} phải có nhiều hơn {limit} {unit*}',
  'Too small: expected {what} to be >={limit}': 'quá nhỏ: {what*} phải lớn hơn hoặc bằng {limit}',
  'Too small: expected {what} to be >{limit}': 'quá nhỏ: {what*} phải lớn hơn {limit}',

  'Invalid {format}': 'không đúng dạng {format*}',
  'Invalid string: must start with {text}': 'phải bắt đầu bằng {text}',
  'Invalid string: must end with {text}': 'phải kết thúc bằng {text}',
  'Invalid string: must include {text}': 'phải có {text}',
  'Invalid string: must match pattern {pattern}': 'phải đúng mẫu {pattern}',
  'Invalid number: must be a multiple of {divisor}': 'phải là bội số của {divisor}',
  'Unrecognized key: {keys}': 'có trường không được phép: {keys}',
  'Unrecognized keys: {keys}': 'có các trường không được phép: {keys}',
  'Invalid key in {place}': 'tên không hợp lệ trong {place*}',
  'Invalid value in {place}': 'giá trị không hợp lệ trong {place*}',

  bigint: 'số nguyên lớn',
  date: 'ngày',
  tuple: 'danh sách có số phần tử định sẵn',
  set: 'tập hợp',
  map: 'bảng khóa và giá trị',
  null: 'giá trị rỗng (null)',
  undefined: 'không có giá trị',
  NaN: 'giá trị không phải là số',
  characters: 'ký tự',
  items: 'phần tử',
  entries: 'mục',

  'ISO date': 'ngày, chẳng hạn 2023-09-30',
  'ISO datetime': 'thời điểm, chẳng hạn 2023-09-30T08:30:00Z',
  'ISO time': 'giờ, chẳng hạn 08:30:00',
  'ISO duration': 'khoảng thời gian ISO',
  'email address': 'địa chỉ thư điện tử',
  'IPv4 address': 'địa chỉ IPv4',
  'IPv6 address': 'địa chỉ IPv6',
  'JSON string': 'chuỗi JSON',
}
