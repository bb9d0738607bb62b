import { z } from 'zod'

/** What `cchc serve`, `cchc worker` and `cchc sync` log. Without the section they tell what they told before there was one. */
export const LogSettings = z
  .object({
    format: z
      .enum(['json', 'text'])
      .default('json')
      .describe(
        'json = one object a line; text = for people, as on a terminal in any case / json = mỗi dòng một đối tượng; text = cho người đọc, như trên màn hình',
      ),
    level: z
      .enum(['debug', 'info', 'warn', 'error'])
      .default('info')
      .describe('The least that is told / Mức thấp nhất được ghi'),
    folder: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Relative to this file; each command has a file there. Standard error unless named / Thư mục chứa tệp nhật ký, mỗi lệnh một tệp; mặc định ghi ra stderr',
      ),
    megabytes: z
      .int()
      .min(1)
      .max(1000)
      .default(10)
      .describe('A file that would be larger is put aside / Tệp đầy thì được cất đi'),
    keep: z
      .int()
      .min(1)
      .max(100)
      .default(10)
      .describe('So many files that were put aside are kept / Số tệp cũ được giữ'),
  })
  .describe(
    'Log of serve, worker and sync for machines; without it they talk to people / Nhật ký dạng máy đọc của serve, worker, sync',
  )
export type LogSettings = z.output<typeof LogSettings>
