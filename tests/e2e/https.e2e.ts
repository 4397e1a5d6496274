import { createHash, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProfile, type Profile } from '../support/browser.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { connect } from 'node:tls'
import { once } from 'node:events'
import { Login } from './screens/login.ts'
import { marta } from './screens/people.ts'
import { SOON } from './screens/patience.ts'

const NAME = 'pos.cafe.lan'

/** A tablet of the store: another machine for the browser, since it knows the server by its name alone. */
describe('a tablet that trusts the store', () => {
  let cafe: Cafe
  let tablet: Profile

  beforeAll(async () => {
    cafe = await openCafe({ https: { port: 0, name: NAME, own: null } })
    tablet = await openProfile({
      args: [
        `--host-resolver-rules=MAP ${NAME} 127.0.0.1`,
        `--ignore-certificate-errors-spki-list=${await keyOf(cafe)}`,
      ],
    })
  })

  afterAll(async () => {
    await tablet.context.close()
    await cafe.close()
  })

  it('[HTTPS1] opens the till over HTTPS, keeps its data and starts again without the server', async () => {
    const page = await tablet.context.newPage()
    const origin = cafe.server().https?.origin() ?? ''
    expect(origin).toContain(`https://${NAME}:`)
    await page.goto(origin)
    await new Login(page).as(marta)
    await page.getByRole('button', { name: /^Table 1\b/ }).waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await cafe.stopServer()
    await page.reload()
    await page.getByRole('button', { name: /^Table 1\b/ }).waitFor()
    await cafe.startServer()
  })

  it('[HTTPS1] reads how to trust the certificate before it does', async () => {
    const page = await tablet.context.newPage()
    await page.goto(`${cafe.origin}/trust`)
    await page.getByRole('heading', { name: 'Let this device trust Café Andorinha' }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the certificate' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('comanda.crt')
    for (const name of ['iPhone and iPad', 'Android', 'Windows', 'Mac']) {
      await page.getByText(name, { exact: true }).click()
      await expect
        .poll(() => page.getByRole('listitem').filter({ visible: true }).count(), SOON)
        .toBeGreaterThan(2)
    }
  })
})

/** What Chromium calls the key of the certificate that the server shows. */
async function keyOf(cafe: Cafe): Promise<string> {
  const { https } = cafe.server()
  const socket = connect({
    host: '127.0.0.1',
    port: Number(new URL(https?.origin() ?? '').port),
    servername: NAME,
    ca: https?.authority?.certificate,
  })
  await once(socket, 'secureConnect')
  const { raw } = socket.getPeerCertificate()
  socket.destroy()
  const key = new X509Certificate(raw).publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(key).digest('base64')
}
