import { folded } from '@cchc/domain'

/** Words as they are compared: without diacritics, case, punctuation and doubled spaces; `UBND` is spelt out. */
export function plain(text: string): string {
  return folded(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .replace(/\bubnd\b/g, 'uy ban nhan dan')
    .replace(/\btp\b/g, 'thanh pho')
    .replace(/\btthc\b/g, 'thu tuc hanh chinh')
    .replace(/\bhs\b/g, 'ho so')
    .replace(/\bkq\b/g, 'ket qua')
    .replace(/\btn\b/g, 'tiep nhan')
    .replace(/\bgq\b/g, 'giai quyet')
    .trim()
}
