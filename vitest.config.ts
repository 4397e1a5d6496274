import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/support/longest-first.ts'

// Two at a time fill two cores; more would make a page late.
const AT_ONCE = 2
// No module here has state, so that what one file imported is good for the next: half the time of a small test went
// into reading the program again.
const ISOLATE = false

// Three kinds of test: what runs anywhere (unit), what needs PostgreSQL or real sockets (real), and what needs a
// browser (e2e). Each project names its files; a test of the wrong kind would simply be slow, never skipped. Asked for
// together, they run one after the other: Vitest mixes none that have a number of workers each.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: [
            'src/**/*.test.ts',
            'tests/unit/**/*.test.ts',
            'tests/{scenarios,simulation,oracle,examples}/**/*.test.ts',
          ],
          exclude: ['**/*.real.test.ts'],
          // A slow machine is no failure: nothing here measures time.
          testTimeout: 60_000,
          maxWorkers: AT_ONCE,
          isolate: ISOLATE,
        },
      },
      {
        test: {
          name: 'real',
          sequence: { groupOrder: 1 },
          include: ['src/**/*.real.test.ts', 'tests/**/*.real.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Much of it waits: for a process to die, for a line to heal.
          maxWorkers: AT_ONCE + 1,
          isolate: ISOLATE,
        },
      },
      {
        test: {
          name: 'e2e',
          sequence: { groupOrder: 2 },
          include: ['tests/e2e/**/*.e2e.ts'],
          globalSetup: './tests/e2e/find-chromium.ts',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: AT_ONCE,
          isolate: ISOLATE,
        },
      },
    ],
  },
})
