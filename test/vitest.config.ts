import { defineProject } from 'vitest/config';

export default defineProject({
  resolve: { conditions: ['@timbre/source'] },
  ssr: { resolve: { conditions: ['@timbre/source'] } },
  test: {
    name: 'test',
    include: ['**/*.e2e-spec.ts'],
    exclude: ['dist/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
