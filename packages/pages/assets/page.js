// Everything on the page works without this: on paper, what is folded is unfolded, and afterwards folded again.
let folded = []

addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details:not([open])')]
  for (const one of folded) one.open = true
})

addEventListener('afterprint', () => {
  for (const one of folded) one.open = false
})
