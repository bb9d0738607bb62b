/** A dossier's place in the order of all scans. */
export type Position = readonly [source: string, code: string]

interface Walk<Item> {
  /** Reads the next items after a place, in order, `limit` at most. */
  readonly read: (after: Position, limit: number) => Promise<readonly Item[]>
  readonly positionOf: (item: Item) => Position
  readonly limit: number
}

/** Walks items in batches in the order of their key; the same limit holds for what is read and what is given. */
export async function* walk<Item>({
  read,
  positionOf,
  limit,
}: Walk<Item>): AsyncGenerator<readonly Item[]> {
  let position: Position = ['', '']
  for (;;) {
    const items = await read(position, limit)
    if (items.length > 0) yield items
    const last = items.at(-1)
    if (last === undefined || items.length < limit) return
    position = positionOf(last)
  }
}

interface Cursor<Item> {
  readonly batches: AsyncGenerator<readonly Item[]>
  items: readonly Item[]
  index: number
}

/** Joins walks over disjoint items into one; each is read once, however unlike their lengths are. */
export async function* joined<Item>(
  walks: readonly AsyncGenerator<readonly Item[]>[],
  { positionOf, limit }: Pick<Walk<Item>, 'positionOf' | 'limit'>,
): AsyncGenerator<readonly Item[]> {
  const [only] = walks
  if (only && walks.length === 1) return yield* only
  const cursors = await Promise.all(
    walks.map((batches) => advanced({ batches, items: [], index: 0 })),
  )
  let batch: Item[] = []
  for (;;) {
    const first = firstOf(cursors, positionOf)
    const item = first?.items[first.index]
    if (!first || item === undefined) break
    batch.push(item)
    first.index += 1
    if (first.index === first.items.length) await advanced(first)
    if (batch.length < limit) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Reads the next batch of a walk; at its end there are no items any more. */
async function advanced<Item>(cursor: Cursor<Item>): Promise<Cursor<Item>> {
  const next = await cursor.batches.next()
  cursor.items = next.done ? [] : next.value
  cursor.index = 0
  return cursor
}

function firstOf<Item>(
  cursors: readonly Cursor<Item>[],
  positionOf: (item: Item) => Position,
): Cursor<Item> | undefined {
  let first: Cursor<Item> | undefined
  let place: Position | undefined
  for (const cursor of cursors) {
    const item = cursor.items[cursor.index]
    if (item === undefined) continue
    const position = positionOf(item)
    if (place && !isBefore(position, place)) continue
    first = cursor
    place = position
  }
  return first
}

/** Keys are ASCII, whose order is the same in both databases and here. */
function isBefore(a: Position, b: Position): boolean {
  return a[0] === b[0] ? a[1] < b[1] : a[0] < b[0]
}
