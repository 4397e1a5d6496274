import { trust } from '#i18n/en/trust.ts'

type Platform = keyof typeof trust.platforms

interface Page {
  readonly store: string
  /** Of the till over HTTPS. */
  readonly origin: string
  readonly fingerprint: string
  readonly userAgent: string
}

/** How to trust the store's authority on each platform, the caller's own unfolded. Needs no script and no other file. */
export function trustPage({ store, origin, fingerprint, userAgent }: Page): string {
  const title = escaped(trust.title.replace('{{store}}', store))
  const mine = platformOf(userAgent)
  const platforms = (Object.keys(trust.platforms) as readonly Platform[]).map((one) =>
    steps(one, one === mine),
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escaped(trust.intro)}</p>
<p><a class="button first" href="/trust/authority.crt" download="comanda.crt">${escaped(trust.download)}</a></p>
${platforms.join('\n')}
<p><a class="button" href="${escaped(origin)}/">${escaped(trust.thenOpen)}</a></p>
<p class="small">${escaped(trust.openHint)}</p>
<h2>${escaped(trust.fingerprint)}</h2>
<p class="small">${escaped(trust.fingerprintText)}</p>
<p><code>${escaped(fingerprint)}</code></p>
<p class="small">${escaped(trust.limits)}</p>
</main>
</body>
</html>
`
}

function steps(platform: Platform, open: boolean): string {
  const { name, steps: all } = trust.platforms[platform]
  const list = all.map((step) => `<li>${escaped(step)}</li>`).join('')
  return `<details name="platform"${open ? ' open' : ''}><summary>${escaped(name)}</summary><ol>${list}</ol></details>`
}

/** Only which steps are unfolded hangs on it. iPads call themselves Macs. */
function platformOf(userAgent: string): Platform {
  if (/iPhone|iPad/.test(userAgent)) return 'ios'
  if (userAgent.includes('Android')) return 'android'
  if (userAgent.includes('Firefox')) return 'firefox'
  if (userAgent.includes('Windows')) return 'windows'
  return userAgent.includes('Macintosh') ? 'mac' : 'linux'
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const STYLE = `
:root { color-scheme: light dark; --paper: #f5f1e8; --card: #fffdf7; --ink: #211f1a; --soft: #5f594c; --line: #d9d1bf; --blue: #21427a; --on-blue: #fff }
@media (prefers-color-scheme: dark) { :root { --paper: #191713; --card: #24211b; --ink: #f3eee2; --soft: #b8b09f; --line: #423d32; --blue: #9dbcf5; --on-blue: #14203a } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { font-size: 1.75rem; line-height: 1.2 }
h2 { font-size: 1.125rem; margin: 2rem 0 0.25rem }
.button { display: block; padding: 0.9rem 1rem; min-height: 3.25rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--card); color: var(--ink); font-weight: 600; text-align: center; text-decoration: none }
.button.first { background: var(--blue); border-color: var(--blue); color: var(--on-blue) }
.button:focus-visible, summary:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px }
details { margin: 0.5rem 0; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--card) }
summary { padding: 0.75rem 1rem; min-height: 2.75rem; font-weight: 600; cursor: pointer }
ol { margin: 0; padding: 0 1rem 1rem 2.5rem }
li { margin: 0.4rem 0 }
.small { color: var(--soft) }
code { overflow-wrap: anywhere; font-size: 0.9375rem }
`
