import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The conformance tests run docutils over many documents in one process; the slow part is Python's, not ours.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One heavy suite at a time on a small machine; vitest itself would take every core.
    maxWorkers: process.env.CI ? 2 : '50%',
  },
})
