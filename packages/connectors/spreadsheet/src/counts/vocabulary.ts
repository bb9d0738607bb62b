import type { StatedColumn } from '@cchc/domain'

/** A figure that a column of a form states, beside those of the form itself: parts that are only told added up. */
export type CountPart =
  | StatedColumn
  | 'resolvedInTime'
  | 'resolvedLateWithLetter'
  | 'resolvedLateWithoutLetter'
  | 'pendingOverdueWithLetter'
  | 'pendingOverdueWithoutLetter'
  | 'awaitingInTime'
  | 'awaitingLate'

type Group = 'received' | 'awaiting' | 'refused' | 'resolved' | 'pending' | 'other'

/** To which group of Form II.06a or 07a/BTP a head belongs, in words without diacritics; the first that fits counts. */
const GROUPS: readonly (readonly [Group, RegExp])[] = [
  ['other', /ty le|%|thanh toan|so hoa|bien lai|dien tu khac|xac thuc|pakn|phan anh|kien nghi/],
  ['awaiting', /cho tiep nhan/],
  ['refused', /khong( duoc)? tiep nhan|tu choi tiep nhan/],
  ['pending', /(dang|chua) (giai quyet|xu ly)/],
  ['resolved', /(da|duoc) (giai quyet|xu ly|tra)|giai quyet xong/],
  ['received', /nhan giai quyet|tiep nhan|trong ky|ky truoc|so ho so nhan/],
]

/** What a column of each group states; the first that fits counts. The whole head is looked at. */
const PARTS: Readonly<Record<Group, readonly (readonly [CountPart | null, RegExp])[]>> = {
  received: [
    [null, /phi dia gioi/],
    ['carriedOver', /ky truoc|chuyen (sang|qua)|ton dau/],
    ['receivedOnlineFull', /toan trinh/],
    ['receivedOnlinePartial', /mot phan/],
    ['receivedDirectPost', /truc tiep.*(buu chinh|bcci)|(buu chinh|bcci).*truc tiep/],
    ['receivedOtherChannel', /hinh thuc khac/],
    ['receivedPostal', /buu chinh|bcci/],
    ['receivedDirect', /truc tiep/],
    ['receivedOnline', /truc tuyen|qua mang/],
    ['receivedInPeriod', /trong ky|moi tiep nhan|tiep nhan moi/],
    ['receivedTotal', /./],
  ],
  awaiting: [
    ['awaitingLate', /qua han|tre han/],
    ['awaitingInTime', /dung han|trong han/],
    ['awaitingReception', /./],
  ],
  refused: [['refusedAtReception', /./]],
  resolved: [
    [
      'resolvedInTime',
      /dung (va )?truoc han|truoc (va )?dung han|truoc han va dung han|dung han va truoc han/,
    ],
    ['resolvedLateWithoutLetter', /(chua|khong) (co )?thu xin loi/],
    ['resolvedLateWithLetter', /thu xin loi/],
    ['resolvedLate', /qua han|tre han|cham han|qua thoi han/],
    ['resolvedEarly', /truoc han|som han/],
    ['resolvedOnTime', /dung (thoi )?han/],
    ['resolvedTotal', /./],
  ],
  pending: [
    ['pendingOverdueWithoutLetter', /(chua|khong) (co )?thu xin loi/],
    ['pendingOverdueWithLetter', /thu xin loi/],
    ['pendingWithin', /trong han|chua den han|chua qua han|con han/],
    ['pendingOverdue', /qua han|tre han/],
    ['pendingTotal', /./],
  ],
  other: [],
}

/** Columns of 07a/BTP that stand by themselves. */
const ALONE: readonly (readonly [CountPart, RegExp])[] = [
  ['stopped', /^(so ho so )?(dung|tam dung) (xu ly|giai quyet)/],
  ['withdrawn', /^(so )?(ho so )?(xin )?rut\b|^rut ho so/],
  ['waiting', /cho bo sung/],
]

/** What a column states by its whole head in plain words; null = known and not kept, undefined = not understood. */
export function countPart(words: string): CountPart | null | undefined {
  const alone = ALONE.find(([, pattern]) => pattern.test(words))
  if (alone) return alone[0]
  const group = GROUPS.find(([, pattern]) => pattern.test(words))?.[0]
  if (group === 'other') return null
  return group && PARTS[group].find(([, pattern]) => pattern.test(words))?.[0]
}

/** Heads of the column that names whose figures a row holds. */
export const UNIT_HEAD =
  /^(ten )?(don vi|co quan|co quan don vi|don vi thuc hien|so ban nganh|dia phuong)\b/
/** Heads of the column by which one unit's own figures are split. */
export const FIELD_HEAD = /^(ten )?(linh vuc|noi dung|cap\b|thu tuc)/
export const CODE_HEAD = /^ma( so| dinh danh)? (don vi|co quan)\b/
/** A form of the reasons for which dossiers were late. */
export const CAUSES_OF_DELAY = /nguyen nhan( \w+)? (qua han|cham|tre han|ton dong)/
/** Form II.07b, which counts procedures. */
export const II07B = /quy trinh noi bo|thu tuc hanh chinh thuoc tham quyen/
