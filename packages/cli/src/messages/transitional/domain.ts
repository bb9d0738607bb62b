import type { Phrases } from './phrases.ts'

/** What periods, figures, organisations and their records are refused for. */
export const domainPhrases: Phrases = {
  '{text} is none of its values: {values}': '{text} không thuộc các giá trị cho phép: {values}',
  '{text} can be read in two ways; write 1.909 or 70,5':
    '{text} có thể hiểu theo hai cách; hãy viết như 1.909 hoặc 70,5',
  '{text} can be read in two ways; write 1.909 or 70,5 ({label})':
    '{text} có thể hiểu theo hai cách; hãy viết như 1.909 hoặc 70,5 ({label})',
  '{text} is a date, where a number is asked for': '{text} là ngày tháng, trong khi cần con số',
  '{text} is a date, where a number is asked for ({label})':
    '{text} là ngày tháng, trong khi cần con số ({label})',
  '{text} is no plain number; put words into the note':
    '{text} không phải là con số; hãy ghi lời giải thích vào cột ghi chú',
  '{text} is no plain number; put words into the note ({label})':
    '{text} không phải là con số; hãy ghi lời giải thích vào cột ghi chú ({label})',
  '{text} is below zero': '{text} nhỏ hơn 0',
  '{text} is below zero ({label})': '{text} nhỏ hơn 0 ({label})',
  '{text} is a percentage, where a number is asked for':
    '{text} là tỷ lệ phần trăm, trong khi cần con số',
  '{text} is a percentage, where a number is asked for ({label})':
    '{text} là tỷ lệ phần trăm, trong khi cần con số ({label})',
  '{text} is no whole number': '{text} không phải là số nguyên',
  '{text} is no whole number ({label})': '{text} không phải là số nguyên ({label})',
  'says {value}, but {place} says {other} of the same ({label})':
    'ghi {value}, nhưng {place} ghi {other} cho cùng chỉ tiêu ({label})',

  '{place}: {identity} is broken: {left} is not {right}.':
    '{place*}: không khớp {identity}: {left} khác {right}.',
  '{place}: {column} is {value}, less than zero.': '{place*}: {column} là {value}, nhỏ hơn 0.',
  '{rule}: total: {identity} is broken: {left} is not {right}.':
    '{rule}: tổng số: không khớp {identity}: {left} khác {right}.',
  '{rule}: total: {column} is {value}, less than zero.':
    '{rule}: tổng số: {column} là {value}, nhỏ hơn 0.',
  total: 'tổng số',
  '{place}: the counts behind it add up to {sum}, not to {stated}.':
    '{place}: các số đếm thành phần cộng lại là {sum}, không phải {stated}.',
  '{place}: its rows add up to {sum}, not to {stated}.':
    '{place}: các dòng thành phần cộng lại là {sum}, không phải {stated}.',
  '{place}: its columns add up to {sum}, not to {stated}.':
    '{place}: các cột thành phần cộng lại là {sum}, không phải {stated}.',
}
