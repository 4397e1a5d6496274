import type { VirtualPrinter } from '../../../src/paper/server.ts'
import { startVirtualPrinter } from '../../../src/paper/server.ts'
import { openCloud, type Cloud } from '../../support/cloud.ts'
import { startHubProcess, type KillableServer } from '../../support/killable-hub.ts'
import { startPostgres, type RunningPostgres } from '../../support/postgres.ts'

/** A store as it stands on a Friday: a cloud on PostgreSQL, a hub in the back room, a printer on the counter. */
export class House {
  readonly postgres: RunningPostgres
  readonly cloud: Cloud
  readonly printer: VirtualPrinter
  /** What every piece of paper says, from the first cut on. */
  readonly paper: readonly string[]
  #hub: KillableServer

  private constructor(parts: Pick<House, 'postgres' | 'cloud' | 'printer' | 'paper'>, hub: KillableServer) {
    this.postgres = parts.postgres
    this.cloud = parts.cloud
    this.printer = parts.printer
    this.paper = parts.paper
    this.#hub = hub
  }

  static async open(): Promise<House> {
    const postgres = await startPostgres()
    const cloud = await openCloud(postgres)
    const paper: string[] = []
    const printer = await startVirtualPrinter({
      port: 0,
      httpPort: 0,
      outDir: null,
      now: () => Date.now(),
      onTicket: ({ text }) => paper.push(text),
    })
    const hub = await startHubProcess({
      upstreamUrl: cloud.origin,
      upstreamCode: await cloud.code(),
      printerPort: printer.port,
    })
    return new House({ postgres, cloud, printer, paper }, hub)
  }

  get origin(): string {
    return this.#hub.origin
  }

  get store(): string {
    return this.#hub.store
  }

  /** The power of the back room goes and comes back. */
  async killHub(meanwhile: () => Promise<void>): Promise<void> {
    const { port, dataDir } = this.#hub
    await this.#hub.kill()
    await meanwhile()
    this.#hub = await startHubProcess({
      upstreamUrl: this.cloud.origin,
      upstreamCode: '',
      printerPort: this.printer.port,
      dataDir,
      port,
    })
  }

  /** What the cloud has of this store: how many paid orders, what guests paid, and what they got back. */
  async inCloud(): Promise<{ readonly orders: number; readonly paid: number; readonly refunded: number }> {
    const { all } = this.cloud
    const paid = await all
      .selectFrom('payments')
      .select(['order_id', 'amount'])
      .where('store', '=', this.store)
      .where('status', '=', 'taken')
      .execute()
    const back = await all.selectFrom('refunds').select('amount').where('store', '=', this.store).execute()
    return {
      orders: new Set(paid.map((row) => row.order_id)).size,
      paid: paid.reduce((sum, row) => sum + row.amount, 0),
      refunded: back.reduce((sum, row) => sum + row.amount, 0),
    }
  }

  async close(): Promise<void> {
    await this.#hub.kill()
    await this.printer.close()
    await this.cloud.close()
    await this.postgres.stop()
  }
}
