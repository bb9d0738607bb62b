import type { Phrases } from './phrases.ts'

/** What the command line parser and the gateway refuse. */
export const cliPhrases: Phrases = {
  "too many arguments for '{command}'. Expected {expected} argument but got {count}: {words}.":
    "thừa tham số cho '{command}': cần {expected}, nhưng có {count}: {words}.",
  "too many arguments for '{command}'. Expected {expected} arguments but got {count}: {words}.":
    "thừa tham số cho '{command}': cần {expected}, nhưng có {count}: {words}.",
  'too many arguments. Expected {expected} arguments but got {count}: {words}.':
    'thừa tham số: cần {expected}, nhưng có {count}: {words}.',
  "option '{option}' argument '{value}' is invalid.":
    "giá trị '{value}' của tùy chọn '{option}' không dùng được.",
  "option '{option}' argument '{value}' is invalid. {reason}":
    "giá trị '{value}' của tùy chọn '{option}' không dùng được: {reason*}",
  'Allowed choices are {choices}.': 'Chỉ được chọn trong {choices}.',

  'Cannot listen on {host}:{port} ({code}).': 'Không mở được cổng mạng {host}:{port} ({code}).',
  'Choose another --port or --host, or end the program that holds it.':
    'Hãy chọn --port hoặc --host khác, hoặc tắt chương trình đang dùng cổng mạng đó.',
  'Without an API key the gateway may not listen on {host}.':
    'Không có khóa API thì không được mở dịch vụ tại {host}.',
  'Set CCHC_API_KEY to a long random text, or listen on 127.0.0.1.':
    'Hãy đặt CCHC_API_KEY là một chuỗi ngẫu nhiên dài, hoặc chỉ mở tại 127.0.0.1.',
}
