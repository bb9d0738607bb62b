import { VIEWS } from '@cchc/pages'
import { HOSTILE } from './hostile-hub.ts'

/** What each view is asked for; a view that is added is asked for something here. */
export const ASKED: Readonly<Record<string, readonly string[]>> = {
  '/tong-quan': ['period=2022', 'period=2022&partial=true&rule=qd766-2022', 'period=2021', ''],
  '/chia-theo': ['org', 'month', 'field', 'procedure', 'channel', 'level', 'x'].map(
    (by) => `period=2022&partial=true&by=${by}`,
  ),
  '/quy-tac': ['period=2022', 'period=2022&partial=true&org=H15.01&rule=btp-07a'],
  '/nguon-goc': [
    'period=2022&partial=true&indicator=resolvedLate',
    'period=2022&indicator=onTime&partial=true',
    'period=2022&indicator=plan_tasks_total&template=bnv-581-province',
  ],
  '/qua-han': ['day=2022-12-31', 'day=2022-12-31&org=H15.02&kind=overdue', ''],
  '/ban-tin': ['period=2022&partial=true', 'period=2022-Q3&partial=true&org=H15.01', ''],
  '/so-sanh': ['period=2022&partial=true', 'period=2022&partial=true&measure=x&unit=H15.02', ''],
  '/bao-cao': [
    '',
    'template=bnv-581-province&period=2022&partial=true',
    'template=tt01-06a&period=2022&partial=true',
  ],
  '/doi-chieu': ['', 'period=2022-M03', 'period=2022-M03&org=H15.02'],
  '/nguon': [''],
  '/nhat-ky': [''],
  '/luot': ['id=1'],
  '/ho-so-bi-tu-choi': [''],
  '/soat-loi': [''],
  '/dien-bieu': ['period=2022'],
  '/tong-hop': ['period=2022'],
  '/chot-ky': ['', 'period=2022'],
  '/khong-can-xu-ly': ['id=1'],
  '/dong-bo': ['', `source=${encodeURIComponent(HOSTILE.script)}`],
  '/doc-lai': ['', 'id=1&source=province'],
  '/hoan-tac': ['what=x.csv&period=2022'],
}

/** The addresses of all views as they are asked for. */
export const LOOKS = VIEWS.flatMap(({ path }) =>
  (ASKED[path] ?? []).map((asked) => `/trang${path}?${asked}`),
)
