import type { GivenFile } from '@cchc/files/check'
import { z } from 'zod'
import { flag } from '../questions/parts.ts'

/** Who enters something. With a reason it may replace what was entered before; otherwise that is refused. */
export const entering = {
  by: z.string().trim().min(1).max(200).meta({
    description: 'account of the person who enters (that of the system unless told)',
    vi: 'tài khoản của người nhập (mặc định là tài khoản hệ thống)',
    placeholder: 'account',
  }),
  replace: flag().optional().meta({
    description: 'replace what was entered before; needs --reason',
    vi: 'thay số liệu đã nhập; cần --reason',
  }),
  reason: z.string().trim().min(1).max(1000).optional().meta({
    description: 'why it is replaced',
    vi: 'lý do thay',
    placeholder: 'text',
  }),
  dryRun: flag().optional().meta({
    description: 'check everything and enter nothing',
    vi: 'kiểm tra toàn bộ và không nhập gì',
  }),
}

/** Who does something. */
export const doneBy = z.string().optional().meta({
  description: 'account of the person who does it (that of the system unless told)',
  vi: 'tài khoản của người thực hiện (mặc định tài khoản hệ thống)',
  placeholder: 'account',
})

/** Leave to enter what a file says of others. */
export const anyway = flag().optional().meta({
  description: 'enter it though it names another organisation or period',
  vi: 'vẫn nhập dù tệp ghi đơn vị hoặc kỳ khác',
})

/** A file that is handed over, by its name and bytes. */
export const file = z
  .custom<GivenFile>((given) => typeof given === 'object')
  .meta({
    description: 'the file',
    vi: 'tệp',
    placeholder: 'file',
  })
