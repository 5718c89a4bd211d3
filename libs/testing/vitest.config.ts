import { defineProject } from 'vitest/config';

export default defineProject({
  resolve: { conditions: ['@timbre/source'] },
  ssr: { resolve: { conditions: ['@timbre/source'] } },
  test: { name: 'testing', testTimeout: 30_000, hookTimeout: 60_000, include: ['src/**/*.{spec,int-spec}.ts'] },
});
