/** Below which path the page stands; its key is sent there and nowhere else. */
export const ROOT = '/trang'

/** What a link asks, by name; what is undefined or empty is left out. */
export type LinkAsked = Readonly<Record<string, string | undefined>>

/** The address of a view with what it shows; whatever stands in it is encoded. */
export function linkTo(path: string, asked: LinkAsked = {}): string {
  const given = Object.entries(asked).filter((one): one is [string, string] => Boolean(one[1]))
  const query = new URLSearchParams(given).toString()
  return query === '' ? `${ROOT}${path}` : `${ROOT}${path}?${query}`
}

/** The views by what they show. */
export const PATHS = {
  overview: '/tong-quan',
  split: '/chia-theo',
  rules: '/quy-tac',
  origin: '/nguon-goc',
  due: '/qua-han',
  bulletin: '/ban-tin',
  ranking: '/so-sanh',
  sources: '/nguon',
  run: '/luot',
  runEvents: '/luot/dien-bien',
  sync: '/dong-bo',
  retry: '/doc-lai',
  refused: '/ho-so-bi-tu-choi',
  reports: '/bao-cao',
  reconciliation: '/doi-chieu',
  log: '/nhat-ky',
  checkFile: '/soat-loi',
  fillFile: '/dien-bieu',
  consolidate: '/tong-hop',
  undo: '/hoan-tac',
  closePeriod: '/chot-ky',
  dismiss: '/khong-can-xu-ly',
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  toIssuer: '/dang-nhap/he-thong',
  signedIn: '/dang-nhap/ve',
  leaveIssuer: '/dang-nhap/thoat-he-thong',
} as const
