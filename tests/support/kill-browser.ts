import { readdirSync, readFileSync } from 'node:fs'

/** SIGKILL to a whole browser, by its profile: nothing is closed, nothing is written any more. */
export function killBrowser(profile: string): void {
  const mark = `--user-data-dir=${profile}`
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const said = argumentsOf(pid)
    // Its helpers are of its group.
    if (said.includes(mark) && !said.some((one) => one.startsWith('--type=')))
      process.kill(-Number(pid), 'SIGKILL')
  }
}

function argumentsOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return [] // it has just ended
  }
}
