import type { Command } from '#domain/command/command.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Approval } from '#domain/staff/approval.ts'
import { refusalForPast } from '#device/past.ts'
import { NO_HISTORY } from '#sync/history/history.ts'
import { runCommand, type Actor } from '#sync/run-command.ts'
import { DiskFull } from './disk-full.ts'
import type { Life, Node } from './node.ts'
import { approvalFor } from './people.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** A place where people act, and who is told of what they wrote. */
export interface Post {
  readonly node: Node
  /** No orders are taken here: only the menu and the floor are looked after. */
  readonly office?: boolean
  readonly changed: (events: readonly Envelope[]) => void
  /** Machines with a copy of its disk: nobody knows which is which. */
  readonly copies?: readonly Post[]
}

export interface Asked {
  readonly id: string
  readonly actor: Actor
  readonly command: Command
  readonly approval: Approval | null
}

/** Somebody asks for something, and stays with it: through a refusal, a full disk and a power cut. */
export interface Asking {
  ask(post: Post, asked: Asked, again: string): Promise<void>
  /** To be called with every start of a node. */
  onUp(node: Node): void
}

export interface AskingOptions {
  readonly world: World
  readonly random: Random
  readonly posts: readonly Post[]
  readonly onOrder: (orderId: string) => void
}

export function createAsking({ world, random, posts, onOrder }: AskingOptions): Asking {
  const unresolved = new Map<string, Map<string, Asked & { readonly disk: number }>>()

  async function ask(post: Post, asked: Asked, again: string): Promise<void> {
    const { node } = post
    const life = node.life()
    if (life === null) return
    const waiting = unresolved.get(node.name) ?? new Map<string, Asked & { readonly disk: number }>()
    unresolved.set(node.name, waiting)
    waiting.set(asked.id, { ...asked, disk: node.disks() })
    const result = await decide(life, { ...asked, now: node.clock.corrected() }).catch((error: unknown) => {
      if (!(error instanceof DiskFull)) throw error
      return null
    })
    waiting.delete(asked.id)
    if (result === null) return noRoom(post, asked)
    const { command } = asked
    const outcome = result.ok ? `${result.value.length} events` : `refused: ${result.error.code}`
    world.log(node.name, `${asked.id}${again} ${words(command)} → ${outcome}`)
    if (!result.ok && result.error.code === 'order_read_only')
      world.sometimes('order read-only for an older program')
    if (!result.ok) return refused(post, asked, result.error.code)
    if (again !== '') world.sometimes(result.value.length > 0 ? 'retry had to do it' : 'retry found it done')
    if (command.type === 'open_order') onOrder(command.orderId)
    if (result.value.length === 0) return
    world.sometimes(`done: ${command.type}`)
    post.changed(result.value)
  }

  /** They are told, and try again once there is room. */
  function noRoom(post: Post, asked: Asked): void {
    world.log(post.node.name, `${asked.id} refused: no room`)
    later(post, asked, random.int(1_000, 8_000))
  }

  /** Whoever may not do it alone fetches a manager. */
  async function refused(post: Post, asked: Asked, code: string): Promise<void> {
    if (code !== 'approval_needed' || asked.approval !== null || random.chance(0.1)) return
    const approval = approvalFor(asked.command, asked.id, asked.actor.id)
    if (approval === null) return
    world.sometimes('approval given')
    await ask(post, { ...asked, approval }, ' (approved)')
  }

  function later(post: Post, asked: Asked, ms: number): void {
    const disk = post.node.disks()
    world.at(ms, () => {
      // Nobody remembers what they asked for where all data is gone.
      if (post.node.disks() === disk) world.start(post.node.name, ask(post, asked, ' (again)'))
    })
  }

  function onUp(node: Node): void {
    const post = posts.flatMap((one) => [one, ...(one.copies ?? [])]).find((one) => one.node === node)
    const left = [...(unresolved.get(node.name)?.values() ?? [])]
    unresolved.get(node.name)?.clear()
    if (post === undefined) return
    for (const asked of left)
      if (asked.disk === node.disks() && !random.chance(0.2)) later(post, asked, random.int(1, 3_000))
  }

  return { ask, onUp }
}

/** As a device does: what would be wrong without its past waits for it. */
async function decide(
  { replica, history }: Life,
  asked: Parameters<typeof runCommand>[1],
): ReturnType<typeof runCommand> {
  const lacking = history === NO_HISTORY ? null : await refusalForPast(asked.command, history)
  if (lacking === null) return runCommand(replica, asked)
  return { ok: false, error: lacking } as Awaited<ReturnType<typeof runCommand>>
}

/** A command in one short line: its type, and the ids and values it names. */
function words({ type, ...rest }: Command): string {
  const values = Object.values(rest).map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  )
  return `${type} ${values.filter((value) => value !== '').join(' ')}`
}
