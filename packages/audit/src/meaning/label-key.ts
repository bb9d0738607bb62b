const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/thu tuc hanh chinh|thu tuc/g, 'tthc'],
  [/(don vi su nghiep|don vi sn|dvsn) cong lap|don vi sncl/g, 'dvsncl'],
  [/don vi su nghiep|\bdvsn\b/g, 'dvsncl'],
  [/van ban quy pham phap luat|van ban qppl/g, 'vbqppl'],
  [/phan anh,? kien nghi/g, 'pakn'],
  [/dich vu cong/g, 'dvc'],
  [/(dich vu )?buu chinh cong ich/g, 'bcci'],
  [/cai cach hanh chinh/g, 'cchc'],
  [/uy ban nhan dan/g, 'ubnd'],
  [/ngan sach nha nuoc/g, 'nsnn'],
  [/dung hen/g, 'dung han'],
  [/dam bao/g, 'bao dam'],
  [/so,? (ban,? nganh|ban nganh)/g, 'so, nganh'],
  [/ubnd (cac )?(huyen, thi xa, thanh pho|huyen, thanh pho|huyen, thi xa)/g, 'ubnd cap huyen'],
  [/ubnd (cac )?xa, phuong(, thi tran|, dac khu)?/g, 'ubnd cap xa'],
  [/thu tuong chinh phu|ttgcp/g, 'ttg'],
  [/\bcong dvc|\bcong dich vu cong/g, 'cong dvc'],
  [/so luong/g, 'so'],
  [/ty le phan tram|ty le %|ti le/g, 'ty le'],
  [/thong ke ve/g, 'so lieu ve'],
]

const NUMBERING = /^(?:[-–+*•]|\(?[a-zđ]\)|\d+(?:\.\d+)*[.)](?=\s)|trong đó\s*:?)\s*/u

/** Lower-cases and removes diacritics: `Đúng hẹn` -> `dung hen`. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
}

/**
 * The words of a label in one spelling: no numbering, remarks in brackets, punctuation or diacritics, and the usual
 * abbreviations instead of their long forms. Two labels with one key mean the same.
 */
export function labelKey(label: string): string {
  let text = label.normalize('NFC').trim().toLowerCase()
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(NUMBERING, '')
  }
  text = folded(text.replace(/\([^)]*(?:\)|$)/g, ' ')).replace(/[.;:,\s]*trong do[.;:,\s]*$/, '')
  text = text.replace(/\s+/g, ' ')
  for (const [pattern, short] of PHRASES) text = text.replace(pattern, short)
  return text.replace(/[^a-z0-9%]+/g, ' ').trim()
}

const TELLING =
  /^(ty|tong|tinh|huyen|xa|so|nganh|\d+|chuc|vien|cong|han|qua|dung|toan|mot|phan|giao|mat|giam|moi|bai|kiem|ra|soat|dai|dung|dau|lao|cung|giua|truc|tiep|tra|buu|xong|tren|song|hoan|tien|linh|vuc|xay|tu)$/

/** The different words of a key. */
export function keyWords(key: string): ReadonlySet<string> {
  return new Set(key.split(' '))
}

/** How alike two keys are, 0 to 1; 0 when they differ in a word that tells indicators apart. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0
  for (const word of one) {
    if (other.has(word)) common += 1
    else if (TELLING.test(word)) return 0
  }
  for (const word of other) {
    if (!one.has(word) && TELLING.test(word)) return 0
  }
  return (2 * common) / (one.size + other.size)
}
