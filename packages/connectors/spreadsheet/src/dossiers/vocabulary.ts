/** What a column of a list of dossiers holds, as far as it is read. */
export const DOSSIER_FIELDS = [
  'code',
  'procedureCode',
  'procedureName',
  'organisationCode',
  'organisationName',
  'fieldCode',
  'fieldName',
  'receivedAt',
  'dueAt',
  'finishedAt',
  'returnedAt',
  'channel',
  'status',
  'level',
  'handedInAt',
  'competentSince',
  'receivingOrganisation',
  'apology',
  'outsideArea',
  'payment',
  'receipt',
] as const
export type DossierField = (typeof DOSSIER_FIELDS)[number]

/** The head of a column of dates that says these words. */
function dated(words: string): RegExp {
  return new RegExp(`^(?=.*\\b${words})(ngay|thoi gian|thoi diem|ngay gio)\\b`)
}

/** Days that are only meant to come, and those of something else than the dossier as a whole. */
const NOT_PLANNED =
  '(?<!(du kien|theo quy dinh|phai) .*)(?!.*(du kien|theo quy dinh|bo sung|yeu cau))'
const NOT_LATER = '(?!.*(ket qua|bo sung|ban giao|lien thong))'

/**
 * How lists head their columns, in words without diacritics (`plain`); the first entry that fits a head counts. To teach
 * another head, add its words to an entry, and an example to the test.
 */
export const DOSSIER_HEADS: readonly (readonly [DossierField, RegExp])[] = [
  ['code', /^((ma|so)( so)? (ho so|bien nhan)( thu tuc hanh chinh| dien tu)?|so bien nhan ho so)$/],
  ['code', /^(ma|so)( phieu)? (tiep nhan|tra cuu)( ho so)?$/],
  ['procedureCode', /^ma( so)?( cua)? (thu tuc|dich vu cong|dvc)\b/],
  ['organisationCode', /^ma( so| dinh danh)?( cua)? (don vi|co quan)\b/],
  ['fieldCode', /^ma( so)? linh vuc\b/],
  ['competentSince', /^(ngay|thoi gian|thoi diem|ngay gio)\b.*\b(co )?tham quyen\b/],
  ['outsideArea', /\b(phi dia gioi|(khong phu thuoc( vao)?|ngoai) dia gioi)\b/],
  ['apology', /\b(thu|phieu|van ban) xin loi\b/],
  ['receipt', /^((da )?(co|cap|xuat) |so |trang thai |tinh trang )?bien lai\b/],
  [
    'payment',
    /^((hinh thuc|phuong thuc|cach thuc|trang thai|tinh trang) )?(thanh toan|nop phi)( (phi|le phi|phi le phi|nghia vu( tai chinh)?))?$/,
  ],
  ['dueAt', dated('(hen|han|du kien|theo quy dinh|phai tra)( |$)')],
  ['dueAt', /^((ngay )?(hen tra|han giai quyet|han xu ly|han tra)|du kien (tra|hoan thanh))\b/],
  [
    'finishedAt',
    dated(
      `${NOT_PLANNED}(hoan thanh|hoan tat|ket thuc|xong|ra ket qua|giai quyet xong|xu ly xong|co ket qua|giai quyet)`,
    ),
  ],
  ['returnedAt', dated(`${NOT_PLANNED}(tra\\b(?! lai)|nhan ket qua)`)],
  ['receivedAt', dated(`${NOT_LATER}tiep nhan`)],
  ['receivedAt', /^tiep nhan (luc|ngay)$/],
  ['receivedAt', dated(`${NOT_LATER}nhan`)],
  ['receivedAt', dated(`${NOT_LATER}nop`)],
  ['handedInAt', dated(`${NOT_LATER}nop`)],
  [
    'channel',
    /^(?!.*\b(ket qua|tra|thanh toan)\b)(hinh thuc|kenh|phuong thuc|cach thuc)( \w+)*$|^nguon (tiep nhan|nop|ho so)$/,
  ],
  ['status', /^(trang thai|tinh trang)\b/],
  ['level', /^(muc do|muc dvc|loai dich vu)\b/],
  ['procedureName', /^(ten )?(thu tuc|dich vu cong)\b/],
  ['fieldName', /^(ten )?linh vuc\b/],
  [
    'organisationName',
    /^(ten )?(co quan|don vi|noi|phong ban|co quan don vi) (thu ly|giai quyet|xu ly|thuc hien|chu tri|phu trach)\b/,
  ],
  [
    'organisationName',
    /^(ten )?(co quan|don vi|noi|phong ban|co quan don vi)( (thu ly|giai quyet|tiep nhan|xu ly|thuc hien|chu tri|phu trach)\b.*)?$/,
  ],
  ['receivingOrganisation', /^(ten )?(co quan|don vi|noi|bo phan|trung tam) tiep nhan( ho so)?$/],
]

/** Heads of what is about people: such a column is never read, whatever else its head says. */
export const PERSONAL_HEAD =
  /\b(ho ten|ho va ten|ho dem|chu ho so|nguoi (nop|yeu cau|dung|de nghi|lien he|dai dien|nhan|ky|xu ly|thu ly|tiep nhan|giai quyet)|can bo|chuyen vien|cong chuc|cccd|cmnd|can cuoc|chung minh|ho chieu|dien thoai|sdt|so dt|email|dia chi|ngay sinh|nam sinh|gioi tinh|cong dan|ca nhan|khach|khach hang|doanh nghiep|ma so thue|tai khoan|zalo)\b|^(ten )?to chuc\b|^ten$|^(don vi|co quan|to chuc)( \w+)* nop\b/

/** Heads of what is known and not needed. */
export const LEFT_OUT_HEAD =
  /^(stt|tt|so thu tu|so tt)$|^(ghi chu|ky nhan|(ngay|ngay gio|thoi gian|thoi diem) nop|(hinh thuc|phuong thuc|cach thuc) (nhan|tra)( va tra)? ket qua|so ngay|thoi han|thoi gian (giai quyet|xu ly|con lai|quy dinh)|le phi|phi|linh vuc|ten linh vuc|ket qua|so luong|noi dung|trich yeu|thanh toan|nghia vu|ly do)\b|%|ty le/
