import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@timbre/source'] },
  ssr: { resolve: { conditions: ['@timbre/source'] } },
  test: {
    projects: ['{libs/*,apps/*,test}/vitest.config.ts'],
    globalSetup: ['libs/testing/src/global-setup.ts'],
  },
});
