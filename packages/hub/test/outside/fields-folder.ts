import { defineConnector, FilesSource } from '@cchc/connector-kit'
import { Field } from '@cchc/domain'

/** Fields of a city, each in a file of its own. */
export const fieldsFolder = defineConnector({
  kind: 'files',
  id: 'fields-folder',
  version: '1.0.0',
  title: 'Thư mục lĩnh vực',
  config: FilesSource,
  streams: { fields: { entity: 'field', record: Field, key: ['code'], deletes: 'absence' } },
  open: (_, { files }) => ({
    fields: {
      async *read() {
        for (const file of await files.list()) {
          const name = new TextDecoder().decode(await files.read(file))
          yield { records: [{ code: file.path, name }], cursor: undefined }
        }
      },
    },
  }),
  check: async (_, { files }) => void (await files.list()),
})
