import { entire, type Words } from './words.ts'

/** One spelling for what forms write in several ways; later ones see what earlier ones wrote. */
interface Spelling {
  readonly write: string
  readonly for: RegExp
  readonly because: string
}

/** The usual abbreviations and variants, in folded words. */
export const SPELLINGS: readonly Spelling[] = [
  { write: 'tthc', for: /thu tuc hanh chinh|thu tuc/g, because: 'Số thủ tục, Số TTHC' },
  {
    write: 'dvsncl',
    for: /(don vi su nghiep|don vi sn|dvsn) cong lap|don vi sncl/g,
    because: 'Đơn vị sự nghiệp công lập, ĐVSN công lập',
  },
  {
    write: 'dvsncl',
    for: /don vi su nghiep|\bdvsn\b/g,
    because: 'forms know no other than public ones',
  },
  {
    write: 'vbqppl',
    for: /van ban quy pham phap luat|van ban qppl/g,
    because: 'văn bản QPPL, VBQPPL',
  },
  { write: 'pakn', for: /phan anh,? kien nghi/g, because: 'Phản ánh, kiến nghị' },
  { write: 'dvc', for: /dich vu cong/g, because: 'Cổng dịch vụ công, Cổng DVC' },
  { write: 'bcci', for: /(dich vu )?buu chinh cong ich/g, because: 'qua bưu chính công ích' },
  { write: 'cchc', for: /cai cach hanh chinh/g, because: 'Kế hoạch CCHC' },
  { write: 'ubnd', for: /uy ban nhan dan/g, because: 'UBND cấp xã' },
  { write: 'nsnn', for: /ngan sach nha nuoc/g, because: 'chi từ NSNN' },
  { write: 'dung han', for: /dung hen/g, because: 'đúng hẹn' },
  { write: 'bao dam', for: /dam bao/g, because: 'đảm bảo, bảo đảm' },
  { write: 'so, nganh', for: /so,? (ban,? nganh|ban nganh)/g, because: 'Sở, ban, ngành' },
  {
    write: 'ubnd cap huyen',
    for: /ubnd (cac )?(huyen, thi xa, thanh pho|huyen, thanh pho|huyen, thi xa)/g,
    because: 'UBND các huyện, thị xã, thành phố',
  },
  {
    write: 'ubnd cap xa',
    for: /ubnd (cac )?xa, phuong(, thi tran|, dac khu)?/g,
    because: 'UBND các xã, phường, đặc khu',
  },
  { write: 'ttg', for: /thu tuong chinh phu|ttgcp/g, because: 'TTgCP giao' },
  { write: 'cong dvc', for: /\bcong dvc|\bcong dich vu cong/g, because: 'Cổng dịch vụ công' },
  { write: 'so', for: /so luong/g, because: 'Số lượng hồ sơ' },
  { write: 'ty le', for: /ty le phan tram|ty le %|ti le/g, because: 'Tỉ lệ, Tỷ lệ %' },
  { write: 'so lieu ve', for: /thong ke ve/g, because: 'Thống kê về TTHC' },
]

/** Words that tell indicators apart: labels that differ in one of them are not alike. */
export const TELLING = entire({
  ty: 'tỷ lệ is no count',
  tong: 'tổng số is no part',
  tinh: 'level of the province',
  huyen: 'level of the district',
  xa: 'level of the commune',
  so: 'a count, or departments',
  nganh: 'sở, ngành',
  '\\d+': 'mức độ 3, mức độ 4',
  chuc: 'công chức, tổ chức',
  vien: 'viên chức',
  cong: 'công chức',
  han: 'in time or not',
  qua: 'quá hạn',
  dung: 'đúng hạn, sử dụng',
  toan: 'toàn trình',
  mot: 'một phần',
  phan: 'một phần',
  giao: 'được giao',
  mat: 'có mặt',
  giam: 'tinh giản, cắt giảm',
  moi: 'ban hành mới',
  bai: 'bãi bỏ',
  kiem: 'kiểm tra',
  ra: 'rà soát',
  soat: 'rà soát',
  dai: 'trên phương tiện truyền thông',
  dau: 'đầu năm',
  lao: 'hợp đồng lao động',
  cung: 'cùng cấp',
  giua: 'giữa các cấp',
  truc: 'trực tuyến, trực tiếp',
  tiep: 'trực tiếp, tiếp nhận',
  tra: 'trả kết quả',
  buu: 'bưu chính',
  xong: 'đã giải quyết xong',
  tren: 'cấp trên giao',
  song: 'gửi song song',
  hoan: 'hoàn thành, hoàn toàn điện tử',
  tien: 'số tiền',
  linh: 'lĩnh vực',
  vuc: 'lĩnh vực',
  xay: 'xây dựng',
  tu: 'tự chủ',
} satisfies Words)
