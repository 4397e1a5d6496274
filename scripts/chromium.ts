/** Finds a Chromium for the browser tests; on Debian as root it installs the package, else it says what to do. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The first that is there. Chromium without windows runs the same tests in two thirds of the time. */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const ADVICE =
  'No Chromium or Chrome found. Install one (on Debian: sudo apt-get install chromium-headless-shell), ' +
  'or set CHROMIUM to the path of its program, then run this again.'

/** The path of a Chromium or Chrome program. */
export function findChromium(): string {
  const found = lookUp()
  if (found !== null) return found
  if (canInstall()) {
    console.log('Installing Chromium for the browser tests…')
    install()
    const installed = lookUp()
    if (installed !== null) return installed
  }
  throw new Error(ADVICE)
}

/** The small one, or where a Debian has none of its own, the whole. */
function install(): void {
  // Somebody else may be installing something: their turn ends.
  const patient = ['-qq', '-o', 'DPkg::Lock::Timeout=600']
  execFileSync('apt-get', [...patient, 'update'], { stdio: 'inherit' })
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const { status } = spawnSync('apt-get', [...patient, '-y', 'install', name], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (status === 0) return
  }
}

function lookUp(): string | null {
  const named = process.env['CHROMIUM']
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM names ${named}, which does not exist.`)
  }
  return PLACES.find((place) => existsSync(place)) ?? null
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}
