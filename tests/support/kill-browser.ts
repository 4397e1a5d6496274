import { readdirSync, readFileSync } from 'node:fs'

/** SIGKILL to a whole browser, by its profile: nothing is closed, nothing is written any more. */
export function killBrowser(profile: string): void {
  const mark = `--user-data-dir=${profile}`
  const groups = new Set<number>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const said = read(pid, 'cmdline').split('\0')
    if (!said.includes(mark) || said.some((one) => one.startsWith('--type='))) continue
    // Its helpers are of its group. One that is just being started still looks like the browser, and leads none.
    const [, , group] = read(pid, 'stat').split(') ').at(-1)?.split(' ') ?? []
    if (group !== undefined) groups.add(Number(group))
  }
  for (const group of groups) process.kill(-group, 'SIGKILL')
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // it has just ended
  }
}
