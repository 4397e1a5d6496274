/** The page that shows the paper: one file, no network but its own server, light and dark. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Comanda paper</title>
<link rel="icon" href="data:,">
<style>
  :root {
    color-scheme: light dark;
    --ground: #e7e5df; --text: #33322f; --quiet: #6b6963; --ok: #2f7d4f; --bad: #b3352b;
    --shadow: 0 1px 1px rgb(0 0 0 / .08), 0 10px 24px rgb(60 55 40 / .16);
  }
  @media (prefers-color-scheme: dark) {
    :root { --ground: #1b1b1d; --text: #e9e7e2; --quiet: #a09d96; --ok: #6cc793; --bad: #f08a80; }
  }
  * { box-sizing: border-box }
  body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--text);
    font: 15px/1.5 system-ui, sans-serif }
  header { position: sticky; top: 0; z-index: 1; display: flex; gap: .75rem; align-items: baseline;
    padding: .9rem 1.25rem; background: color-mix(in srgb, var(--ground) 88%, transparent);
    backdrop-filter: blur(8px) }
  h1 { margin: 0; font-size: 1rem; font-weight: 600; letter-spacing: .01em }
  details { position: relative }
  summary { cursor: pointer; min-height: 44px; display: inline-flex; align-items: center; padding: 0 .5rem;
    margin-block: -.7rem; border-radius: .5rem }
  details.on summary { color: var(--bad); font-weight: 600 }
  form { position: absolute; z-index: 2; top: 2.2rem; display: grid; width: 17rem; padding: .35rem .9rem;
    border-radius: .6rem; background: var(--ground); box-shadow: var(--shadow) }
  label { display: flex; gap: .6rem; align-items: center; min-height: 44px }
  input { width: 1.2rem; height: 1.2rem }
  #state { margin-left: auto; color: var(--quiet); font-variant-numeric: tabular-nums }
  #state::before { content: ""; display: inline-block; width: .5rem; height: .5rem; margin-right: .5rem;
    border-radius: 50%; background: var(--ok) }
  #state.lost::before { background: var(--bad) }
  main { display: flex; flex-direction: column; align-items: center; gap: 2.25rem;
    padding: 1.25rem 1rem 5rem }
  figure { margin: 0; width: min(100%, 400px) }
  figure img { display: block; width: 100%; height: auto;
    filter: drop-shadow(0 1px 1px rgb(0 0 0 / .10)) drop-shadow(0 10px 18px rgb(40 35 20 / .18)) }
  figcaption { display: flex; gap: .75rem; padding: 0 .25rem .5rem; color: var(--quiet); font-size: .85rem;
    font-variant-numeric: tabular-nums }
  figcaption a { margin-left: auto; color: inherit }
  figcaption .bad { color: var(--bad) }
  #empty { text-wrap: balance; padding: 0 1rem; margin-top: 18vh; text-align: center; color: var(--quiet);
    max-width: 26rem }
  #empty strong { display: block; color: var(--text); font-size: 1.1rem; margin-bottom: .35rem }
  @media (prefers-reduced-motion: no-preference) {
    figure.new { animation: feed .7s ease-out }
    @keyframes feed { from { clip-path: inset(0 0 100% 0); transform: translateY(-8px) }
      to { clip-path: inset(0 -40px -40px -40px) } }
  }
</style>
</head>
<body>
<header><h1>Comanda paper</h1><details id="faults"><summary>Faults</summary>
<form id="switches" aria-label="What is wrong with this printer">
<label><input type="checkbox" name="refuse"> Not there</label>
<label><input type="checkbox" name="paperOut"> No paper</label>
<label><input type="checkbox" name="coverOpen"> Cover open</label>
<label><input type="checkbox" name="silentStatus"> Says nothing</label>
<label><input type="checkbox" name="chatter"> Chatters</label>
<label><input type="checkbox" name="bytesPerSecond" value="200"> Slow</label>
<label><input type="checkbox" name="paperEndsAfterBytes" value="60"> Paper ends in the next ticket</label>
<label><input type="checkbox" name="resetAfterBytes" value="100"> Connection breaks</label>
</form></details>
<span id="state" role="status">Connecting</span></header>
<main id="paper"><p id="empty"><strong>No paper yet</strong>What is sent to this printer appears here,
newest on top.</p></main>
<script>
  const paper = document.getElementById('paper')
  const state = document.getElementById('state')
  const empty = document.getElementById('empty')
  const shown = new Set()
  let first = true

  function say(text, lost) {
    if (state.textContent !== text) state.textContent = text
    state.classList.toggle('lost', lost)
  }

  function figure(ticket) {
    const box = document.createElement('figure')
    if (!first) box.className = 'new'
    const caption = document.createElement('figcaption')
    const number = document.createElement('span')
    number.textContent = '#' + ticket.n + '  ' + new Date(ticket.at).toLocaleTimeString()
    caption.append(number)
    const trouble = ticket.events.filter((event) => event.type === 'problem' || event.type === 'unknown')
    if (trouble.length > 0) {
      const note = document.createElement('span')
      note.className = 'bad'
      note.textContent = trouble.map((event) => event.what || 'unknown command').join(', ')
      caption.append(note)
    }
    const link = document.createElement('a')
    link.href = '/tickets/' + ticket.n + '.txt'
    link.textContent = 'as text'
    caption.append(link)
    const image = document.createElement('img')
    image.src = '/tickets/' + ticket.n + '.png'
    image.alt = ticket.text
    box.append(caption, image)
    return box
  }

  const switches = document.getElementById('switches')
  function showFaults(faults) {
    for (const box of switches.elements) box.checked = Boolean(faults[box.name])
    document.getElementById('faults').classList.toggle('on', Object.values(faults).some(Boolean))
  }
  switches.addEventListener('change', async ({ target }) => {
    const value = target.value === 'on' ? target.checked : target.checked ? Number(target.value) : null
    const body = JSON.stringify({ [target.name]: value })
    const headers = { 'content-type': 'application/json' }
    showFaults(await (await fetch('/faults.json', { method: 'POST', headers, body })).json())
  })

  async function look() {
    try {
      const tickets = await (await fetch('/tickets.json')).json()
      showFaults(await (await fetch('/faults.json')).json())
      for (const ticket of tickets) {
        if (shown.has(ticket.n + '@' + ticket.at)) continue
        shown.add(ticket.n + '@' + ticket.at)
        empty.hidden = true
        paper.prepend(figure(ticket))
      }
      first = false
      say(tickets.length === 1 ? '1 ticket' : tickets.length + ' tickets', false)
    } catch {
      say('Printer is off', true)
    }
    setTimeout(look, document.hidden ? 4000 : 800)
  }
  look()
</script>
</body>
</html>
`
