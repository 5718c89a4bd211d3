import { defineProject } from 'vitest/config';

export default defineProject({
  resolve: { conditions: ['@timbre/source'] },
  ssr: { resolve: { conditions: ['@timbre/source'] } },
  test: { name: 'testing', include: ['src/**/*.{spec,int-spec}.ts'] },
});
