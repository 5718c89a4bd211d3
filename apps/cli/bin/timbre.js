#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);

if (!existsSync(fileURLToPath(main))) {
  process.stderr.write('Timbre is not built yet. Run "npm run build" in its folder, then try again.\n');
  process.exit(1);
}
await import(main.href);
