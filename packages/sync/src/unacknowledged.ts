import type { OpenStream, Page } from '@cchc/connector-kit'

/**
 * The same stream, whose portal is told of no commit. One that hands out the same again until it is told has shown what
 * there is once a page ends where the one before it did.
 */
export function unacknowledged(stream: OpenStream): OpenStream {
  const { committed, ...rest } = stream
  if (!committed) return stream
  return { ...rest, read: (request) => untilRepeated(stream.read(request)) }
}

async function* untilRepeated(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  let before: string | undefined
  for await (const page of pages) {
    const position = JSON.stringify(page.cursor)
    if (position === before) return
    before = position
    yield page
  }
}
