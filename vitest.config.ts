import { defineConfig } from 'vitest/config'

/** The rooms whose tests must reach nearly everything. */
const rooms = ['text', 'rst', 'goal', 'document', 'roster', 'lint', 'report', 'report-page', 'repository', 'lsp', 'cli']

/** The rooms without state: no module keeps anything between two calls, so the tests of these rooms share the modules that a worker has
 * loaded.
 */
const pure = 'test/{text,rst,goal,document,roster,lint,report,report-page}/**/*.test.ts'

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'pure', include: [pure], isolate: false, restoreMocks: true } },
      { extends: true, test: { name: 'rest', include: ['test/**/*.test.ts'], exclude: [pure] } },
    ],
    setupFiles: ['test/seed.ts'],
    // The conformance tests run docutils over many documents in one process; the slow part is Python's, not ours.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One heavy suite at a time on a small machine; vitest itself would take every core.
    maxWorkers: process.env.CI ? 2 : '50%',
    // What the command line does in a process of its own is not counted; the language server runs in the process of its tests while
    // coverage is counted (test/lsp/client.ts). The floors are reached where neither the corpus nor newer docutils is at hand.
    coverage: {
      // Not v8: over many test files it loses the counts of functions whose inner blocks it has counted.
      provider: 'istanbul',
      include: ['src/**/*.ts'],
      // The script of pages runs in Chromium.
      exclude: ['src/report-page/browser/**'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: Object.fromEntries(rooms.map((room) => [`src/${room}/**`, { lines: 97, branches: 90 }])),
    },
  },
})
