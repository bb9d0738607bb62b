import { defineConnector, FilesSource } from '@cchc/connector-kit'
import { Dossier } from '@cchc/domain'

/** Dossiers of an office, each file a list of them. */
export const dossiersFolder = defineConnector({
  kind: 'files',
  id: 'dossiers-folder',
  version: '1.0.0',
  title: 'Thư mục hồ sơ',
  config: FilesSource,
  streams: {
    dossiers: { entity: 'dossier', record: Dossier, key: ['code'], deletes: 'never' },
  },
  open: (_, { files }) => ({
    dossiers: {
      async *read() {
        for (const file of await files.list()) {
          const rows: unknown = JSON.parse(new TextDecoder().decode(await files.read(file)))
          yield { records: rows as never[], cursor: undefined }
        }
      },
    },
  }),
  check: async (_, { files }) => void (await files.list()),
})
