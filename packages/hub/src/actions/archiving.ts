import { instantText } from '@cchc/domain'
import type { ArchiveFacts, ContentSums } from '@cchc/store'
import { z } from 'zod'
import { Key, keyAnswer } from '../access/key-answer.ts'
import { personOf } from '../person.ts'
import { flag } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { doneBy as by } from './entering.ts'

const file = z.string().min(1).meta({
  description: 'the archive',
  vi: 'tệp sao lưu',
})

const tables = z.array(z.object({ table: z.string(), rows: z.int() }))

/** What an archive says of itself. */
const Archive = z.object({
  file: z.string(),
  madeAt: z.string().describe('As of when the store stands in it'),
  hubVersion: z.string(),
  tables,
})

/** Writes the whole store into one file. UsageError where another file is in its place. */
export const backup = defineAction({
  command: 'backup <FILE>',
  scope: 'admin',
  about: {
    en: 'write everything that is stored into one file, while syncs go on',
    vi: 'sao lưu toàn bộ dữ liệu vào một tệp, trong khi vẫn đồng bộ',
  },
  parameters: z.strictObject({
    file,
    overwrite: flag().optional().meta({
      description: 'replace the archive that is there',
      vi: 'thay tệp sao lưu đã có',
    }),
  }),
  answer: Archive,
  act: async ({ store }, asked, { signal }) =>
    archiveAnswer(asked.file, await store.backUp({ ...asked, signal })),
})

/** Puts an archive into the configured database. UsageError for a damaged file, and for a store that is not empty. */
export const restore = defineAction({
  command: 'restore <FILE>',
  scope: 'admin',
  about: {
    en: 'put what a backup holds into the configured database',
    vi: 'khôi phục dữ liệu từ tệp sao lưu vào cơ sở dữ liệu đã cấu hình',
  },
  parameters: z.strictObject({
    file,
    overwrite: flag().optional().meta({
      description: 'replace everything that is stored',
      vi: 'thay toàn bộ dữ liệu đang lưu',
    }),
    withoutKeys: flag().optional().meta({
      description: 'revoke every key of the gateway that the archive holds; all must be made anew',
      vi: 'thu hồi mọi khóa của dịch vụ có trong tệp sao lưu; phải tạo lại tất cả',
    }),
    by,
  }),
  answer: Archive.extend({
    keys: z.array(Key).describe('Keys of the gateway that are good now'),
  }),
  async act({ store, now }, { file, overwrite, withoutKeys, by }, { signal }) {
    const keysRevokedBy = withoutKeys ? personOf(by) : undefined
    const facts = await store.restore({ file, overwrite, keysRevokedBy, signal })
    const keys = (await store.listAccessKeys()).map((key) => keyAnswer(key, now()))
    return { ...archiveAnswer(file, facts), keys: keys.filter(({ state }) => state === 'good') }
  },
})

/** Copies the whole store into an empty database of another kind or place, and compares. */
export const moveStore = defineAction({
  command: 'store move',
  scope: 'admin',
  about: {
    en: 'copy everything that is stored into another, empty database',
    vi: 'chuyển toàn bộ dữ liệu sang một cơ sở dữ liệu trống khác',
  },
  parameters: z.strictObject({
    to: z.string().min(1).meta({
      description: 'the database, written as store.url is in the configuration',
      vi: 'cơ sở dữ liệu đích, viết như store.url trong cấu hình',
      placeholder: 'url',
    }),
  }),
  answer: z.object({ target: z.string(), tables }),
  async act({ store }, { to }, { signal }) {
    const moved = await store.moveTo({ url: to, signal })
    return { target: moved.target, tables: rowsOf(moved.tables) }
  },
})

/** Makes the sums that figures are read from anew from the dossiers and their history. */
export const rebuildStore = defineAction({
  command: 'store rebuild',
  scope: 'admin',
  about: {
    en: 'make the sums that figures are read from anew from the dossiers',
    vi: 'tính lại từ hồ sơ các tổng dùng để lấy số liệu',
  },
  parameters: z.strictObject({}),
  answer: z.object({ rebuilt: z.boolean().describe('false = it was stopped before its end') }),
  async act({ store }, _asked, { signal }) {
    await store.rebuildRollups(signal)
    return { rebuilt: signal?.aborted !== true }
  },
})

function archiveAnswer(file: string, { madeAt, hubVersion, tables }: ArchiveFacts) {
  return { file, madeAt: instantText(madeAt), hubVersion, tables: rowsOf(tables) }
}

function rowsOf(sums: ContentSums) {
  return Object.entries(sums).map(([table, { rows }]) => ({ table, rows }))
}
