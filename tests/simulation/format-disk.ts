import { openDatabase } from '#database/open.ts'
import { openDisk } from './disk.ts'
import { NONE } from './planted.ts'
import type { Image } from './platter.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** A disk as it is after a program's first start: making the tables once, and not for every machine, saves time. */
export async function formatDisk(world: World, random: Random): Promise<Image> {
  const disk = openDisk({ world, random, image: null, flushMs: () => 0, onCrash: () => {}, planted: NONE })
  const opened = await openDatabase(disk.source)
  if (!opened.ok) world.fail('I6', `a new database cannot be opened: ${opened.error.code}`)
  const image = disk.backup()
  disk.raw.close()
  return image
}
