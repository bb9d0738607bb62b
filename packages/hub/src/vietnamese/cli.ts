import type { Catalogue } from '@cchc/domain'

/** What the command line parser refuses. */
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
}
