import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The conformance tests run docutils over many documents in one process; the slow part is Python's, not ours.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One heavy suite at a time on a small machine; vitest itself would take every core.
    maxWorkers: process.env.CI ? 2 : '50%',
    // `npm run coverage`. What the command line does in a process of its own is not counted. The numbers are floors: they only
    // go up, to 97 % of lines and 90 % of branches in every room.
    coverage: {
      // Not v8: over many test files it loses the counts of functions whose inner blocks it has counted.
      provider: 'istanbul',
      include: ['src/**/*.ts'],
      // The script of pages runs in Chromium.
      exclude: ['src/report-page/browser/**'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: {
        'src/text/**': { lines: 94, branches: 97 },
        'src/rst/**': { lines: 81, branches: 88 },
        'src/goal/**': { lines: 83, branches: 83 },
        'src/document/**': { lines: 80, branches: 83 },
        'src/roster/**': { lines: 92, branches: 88 },
        'src/lint/**': { lines: 86, branches: 84 },
        'src/report/**': { lines: 81, branches: 89 },
        'src/report-page/**': { lines: 97, branches: 90 },
        'src/repository/**': { lines: 84, branches: 72 },
        'src/cli/**': { lines: 85, branches: 78 },
      },
    },
  },
})
