import { defineProject } from 'vitest/config';

export default defineProject({
  resolve: { conditions: ['@timbre/source'] },
  ssr: { resolve: { conditions: ['@timbre/source'] } },
  test: { name: 'web', include: ['{src,build}/**/*.spec.{ts,tsx}'] },
});
