import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, longest first. A clean clone knows of no earlier run, and would go by the size of the files. */
const LONG = [
  'tests/e2e/friday.e2e.ts',
  'tests/e2e/axe.e2e.ts',
  'tests/oracle/oracle.real.test.ts',
  'tests/simulation/simulator.test.ts',
  'tests/e2e/office.e2e.ts',
  'tests/e2e/shifts.e2e.ts',
  'tests/e2e/together.e2e.ts',
  'tests/e2e/prices.e2e.ts',
  'tests/server/two-processes.real.test.ts',
  'tests/contract/postgres.real.test.ts',
  'tests/e2e/database-contract.e2e.ts',
]

/** Begins with the long files, so that no worker is alone with one at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(name))
      return at === -1 ? LONG.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}
