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
  #hub: KillableServer

  private constructor(postgres: RunningPostgres, cloud: Cloud, printer: VirtualPrinter, hub: KillableServer) {
    this.postgres = postgres
    this.cloud = cloud
    this.printer = printer
    this.#hub = hub
  }

  static async open(): Promise<House> {
    const postgres = await startPostgres()
    const cloud = await openCloud(postgres)
    const printer = await startVirtualPrinter({ port: 0, httpPort: 0, outDir: null, now: () => Date.now() })
    const hub = await startHubProcess({
      upstreamUrl: cloud.origin,
      upstreamCode: await cloud.code(),
      printerPort: printer.port,
    })
    return new House(postgres, cloud, printer, hub)
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

  /** How many of these orders the cloud has, and how many sales and payments of the store in all. */
  async inCloud(): Promise<{ readonly orders: number; readonly gross: number }> {
    const rows = await this.cloud.all
      .selectFrom('payments')
      .select(['order_id', 'amount'])
      .where('store', '=', this.store)
      .where('status', '=', 'taken')
      .execute()
    return {
      orders: new Set(rows.map((row) => row.order_id)).size,
      gross: rows.reduce((sum, row) => sum + row.amount, 0),
    }
  }

  async close(): Promise<void> {
    await this.#hub.kill()
    await this.printer.close()
    await this.cloud.close()
    await this.postgres.stop()
  }
}
