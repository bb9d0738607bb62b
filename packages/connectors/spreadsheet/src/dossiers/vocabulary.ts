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
] as const
export type DossierField = (typeof DOSSIER_FIELDS)[number]

const DATE = '^(ngay|thoi gian|thoi diem|ngay gio)( \\w+)*'

/**
 * How lists head their columns, in words without diacritics (`plain`); the first entry that fits a head counts. To teach
 * another head, add its words to an entry, and an example to the test.
 */
export const DOSSIER_HEADS: readonly (readonly [DossierField, RegExp])[] = [
  ['code', /^((ma|so)( so)? (ho so|bien nhan)( thu tuc hanh chinh)?|so bien nhan ho so)$/],
  ['procedureCode', /^ma( so)?( cua)? (thu tuc|dich vu cong|dvc)\b/],
  ['organisationCode', /^ma( so| dinh danh)?( cua)? (don vi|co quan)\b/],
  ['fieldCode', /^ma( so)? linh vuc\b/],
  [
    'dueAt',
    new RegExp(`${DATE} (hen|han)( |$)|^(ngay )?(hen tra|han giai quyet|han xu ly|han tra)`),
  ],
  [
    'finishedAt',
    new RegExp(
      `${DATE} (hoan thanh|hoan tat|ket thuc|xong|ra ket qua|giai quyet xong|xu ly xong|co ket qua|giai quyet)`,
    ),
  ],
  ['returnedAt', new RegExp(`${DATE} tra\\b`)],
  ['receivedAt', new RegExp(`${DATE} tiep nhan`)],
  ['receivedAt', new RegExp(`${DATE} nhan`)],
  ['receivedAt', new RegExp(`${DATE} nop`)],
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
    /^(ten )?(co quan|don vi|noi|phong ban|co quan don vi)( (thu ly|giai quyet|tiep nhan|xu ly|thuc hien|chu tri|phu trach)\b.*)?$/,
  ],
]

/** Heads of what is about people: such a column is never read, whatever else its head says. */
export const PERSONAL_HEAD =
  /\b(ho ten|ho va ten|ho dem|chu ho so|nguoi (nop|yeu cau|dung|de nghi|lien he|dai dien|nhan|ky|xu ly|thu ly|tiep nhan|giai quyet)|can bo|chuyen vien|cong chuc|cccd|cmnd|can cuoc|chung minh|ho chieu|dien thoai|sdt|so dt|email|dia chi|ngay sinh|nam sinh|gioi tinh|cong dan|ca nhan|khach|khach hang|doanh nghiep|ma so thue|tai khoan|zalo)\b|^(ten )?to chuc\b|^ten$|^(don vi|co quan|to chuc)( \w+)* nop\b/

/** Heads of what is known and not needed. */
export const LEFT_OUT_HEAD =
  /^(stt|tt|so thu tu|so tt)$|^(ghi chu|ky nhan|(ngay|ngay gio|thoi gian|thoi diem) nop|(hinh thuc|phuong thuc|cach thuc) (nhan|tra)( va tra)? ket qua|so ngay|thoi han|thoi gian (giai quyet|xu ly|con lai|quy dinh)|le phi|phi|linh vuc|ten linh vuc|ket qua|so luong|noi dung|trich yeu|thanh toan|nghia vu|ly do)\b|%|ty le/
