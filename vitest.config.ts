import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Some tests start processes and browsers, which takes its time on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/support/quiet.ts'],
  },
})
