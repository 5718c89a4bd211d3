import type { Command } from 'commander';
import { register as alert } from './alert.command.js';
import { register as analyze } from './analyze.command.js';
import { register as api } from './api.command.js';
import { register as evaluate } from './evaluate.command.js';
import { register as exportRows } from './export.command.js';
import { register as extract } from './extract.command.js';
import { register as feed } from './feed.command.js';
import { register as fetch } from './fetch.command.js';
import { register as importFile } from './import.command.js';
import { register as migrate } from './migrate.command.js';
import { register as report } from './report.command.js';
import { register as sample } from './sample.command.js';
import { register as serve } from './serve.command.js';
import { register as settings } from './settings.command.js';
import { register as source } from './source.command.js';
import { register as stories } from './stories.command.js';
import { register as topic } from './topic.command.js';
import { register as train } from './train.command.js';
import { register as verify } from './verify.command.js';
import { register as worker } from './worker.command.js';
import { register as url } from './url.command.js';

/** All commands, in the order of `timbre --help`. A command's file imports its heavy parts inside its action. */
export const commands: readonly ((program: Command) => void)[] = [
  serve,
  api,
  worker,
  migrate,
  verify,
  settings,
  sample,
  source,
  importFile,
  exportRows,
  report,
  analyze,
  topic,
  alert,
  evaluate,
  train,
  feed,
  extract,
  stories,
  fetch,
  url,
];
