import { fileURLToPath } from 'node:url';
import { defaultServerConditions, runnerImport } from 'vite';

// Loads the sources the way the tests do, so that nothing has to be built first.
const { module } = await runnerImport(fileURLToPath(new URL('queue-trials.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
  ssr: { resolve: { conditions: ['@timbre/source', ...defaultServerConditions] } },
});
const [databaseUrl, redisUrl] = process.argv.slice(2);
await module.startTrial(databaseUrl, redisUrl || undefined, true);
process.stdout.write('working\n');
