import type { Channel, DossierStatus } from '@cchc/domain'
import { plain } from './plain.ts'

/** How lists write the way in which a dossier was handed in; the first that fits counts. */
const CHANNELS: readonly (readonly [RegExp, Channel])[] = [
  [
    /truc tuyen|online|qua mang|dvctt|cong dich vu|cong dvc|dvcqg|dvc quoc gia|vneid|ung dung|dien tu|^(toan trinh|mot phan)$/,
    'online',
  ],
  [/buu (chinh|dien)|bcci|vnpost/, 'postal'],
  [/truc tiep|mot cua|ho so giay|tai quay|tai cho|offline|tai bo phan/, 'direct'],
]

/** How lists write the state of a dossier; the first that fits counts. */
const STATUSES: readonly (readonly [RegExp, DossierStatus])[] = [
  [/^chua (giai quyet|xu ly|hoan thanh|xong|co ket qua|tra)/, 'processing'],
  [/tu choi tiep nhan|khong( duoc| du dieu kien)? tiep nhan/, 'refused_at_reception'],
  [/rut ho so|da rut|xin rut|cong dan (rut|huy)/, 'withdrawn'],
  [/cho bo sung|yeu cau bo sung|dang bo sung|bo sung ho so/, 'awaiting_supplement'],
  [/cho (thanh toan|nop phi|nop le phi|thuc hien nghia vu)/, 'awaiting_payment'],
  [/tu choi|khong giai quyet|khong du dieu kien giai quyet/, 'refused'],
  [/dung (xu ly|giai quyet)|tam dung|^(da )?huy\b/, 'stopped'],
  [/cho tra|cho nhan ket qua/, 'finished'],
  [/da tra|tra ket qua|da nhan ket qua/, 'returned'],
  [
    /da (giai quyet|xu ly|hoan thanh|co ket qua|xong|ket thuc|dong|phat hanh|luu tru)|^(ket thuc|luu tru|dong ho so|done|completed|finished)\b|hoan (thanh|tat)|^xong\b|^(da )?giai quyet xong|co ket qua/,
    'finished',
  ],
  [/cho tiep nhan|moi dang ky|da gui|moi nop/, 'registered'],
  [/(moi|da) tiep nhan|^tiep nhan|^(ho so )?moi$/, 'received'],
  [
    /dang|cho |trinh|chuyen lien thong|^processing$|luan chuyen|phan cong|thu ly|xu ly/,
    'processing',
  ],
]

/** Words that say whether a dossier is in time, and nothing of its state. */
const TIMELINESS = /^(con|trong|dung|truoc|qua|tre|chua den|sap den|den|som)( \w+)? ?(han|hen)\b/

/** The channel that words name; null where there are none, undefined where they are not known. */
export function channelOf(words: string): Channel | null | undefined {
  if (words === '') return null
  return CHANNELS.find(([pattern]) => pattern.test(words))?.[1]
}

/** The state that words name; null where they name none, undefined where they are not known. */
export function statusOf(words: string): DossierStatus | null | undefined {
  if (words === '' || TIMELINESS.test(words)) return null
  return STATUSES.find(([pattern]) => pattern.test(words))?.[1]
}

/** The first words of a row that adds up others. */
export const TOTAL_ROW =
  /^(tong( so| cong)?( \w+){0,4}|(cong|luy ke)( (thang|quy|nam|ky|tuan|ngay|trang|tu|den)( \w+){0,5})?|toan (tinh|thanh pho|xa|huyen))$/

/** Whether a cell begins a row of totals of a list, `Tổng cộng: 20`, `Cộng Sở Nội vụ`. */
export function isTotalRow(text: string): boolean {
  return (
    /^cộng\s/iu.test(text.normalize('NFC').trim()) ||
    TOTAL_ROW.test(plain(text).replace(/ \d.*$/, ''))
  )
}

/** A row that heads those below it and adds them up. */
export const SECTION_ROW =
  /^(cac )?(so ban nganh|so ban|so nganh|cap (tinh|huyen|xa)|uy ban nhan dan (cap (huyen|xa)|cac (huyen|xa|phuong))|khoi|nhom|co quan chuyen mon|cac co quan|don vi cap|huyen thi xa|xa phuong|linh vuc)\b/
