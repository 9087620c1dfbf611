import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    reporters: process.env.CI ? ['default', ['json', {outputFile: 'coverage/tests.json'}]] : ['default'],
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      reporter: ['text-summary'],
      // The command line is tested as the built program, in processes that coverage does not see.
      exclude: ['src/cli/**', 'src/main.ts', 'src/index.ts'],
      thresholds: {lines: 90, functions: 90, branches: 85},
    },
  },
})
