// Everything on the page works without this: on paper, what is folded is unfolded, and afterwards folded again.
let folded = []

addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details:not([open])')]
  for (const one of folded) one.open = true
})

addEventListener('afterprint', () => {
  for (const one of folded) one.open = false
})

// What files are chosen a browser tells in its own language; with this the page does.
for (const field of document.querySelectorAll('.drop input')) {
  const tell = () => {
    const { files, previousElementSibling: pick } = field
    pick.dataset.chosen = files.length > 1 ? `${files.length} tệp` : (files[0]?.name ?? '')
  }
  field.classList.add('told')
  field.addEventListener('change', tell)
  tell()
}

// Runs that go on are followed; without this, a link shows how far they have come.
for (const live of document.querySelectorAll('[data-events]')) follow(live)

function follow(live) {
  const { events, then, words } = live.dataset
  const names = JSON.parse(words)
  const source = new EventSource(events)
  source.addEventListener('progress', ({ data }) => {
    const { stream, records, pages } = JSON.parse(data)
    const [read, turned] = [records, pages].map((count) => count.toLocaleString('vi-VN'))
    lineOf(live, stream).textContent =
      `${names[stream] ?? stream}: ${read} bản ghi, ${turned} trang`
  })
  source.addEventListener('end', () => {
    source.close()
    location.assign(then)
  })
}

function lineOf(live, stream) {
  const lines = [...live.querySelectorAll('[data-stream]')]
  const found = lines.find((line) => line.dataset.stream === stream)
  if (found) return found
  const line = document.createElement('li')
  line.dataset.stream = stream
  live.querySelector('ul').append(line)
  return line
}
