import { defineConfig } from 'vitest/config'

// What a mutant of the money code has to survive: its own tests, the worked examples and a short run of the oracle.
export default defineConfig({
  test: {
    include: [
      'src/domain/{money,tax,pricing,discount,check}/**/*.test.ts',
      'tests/oracle/oracle.test.ts',
      'tests/examples/*.test.ts',
    ],
    env: { ORACLE_SHARE: '0.1' },
  },
})
