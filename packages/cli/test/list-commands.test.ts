import { expect, test } from 'vitest'
import { listCommands } from '../src/list-commands.ts'
import listed from '../src/listed-commands.json' with { type: 'json' }

test('the help of cchc lists every command as it describes itself', async () => {
  expect(listed, 'write it again: pnpm --filter @cchc/cli run list').toEqual(await listCommands())
})
