import type { Phrases } from './phrases.ts'

/** What in shown figures needs attention. */
export const domainPhrases: Phrases = {
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
