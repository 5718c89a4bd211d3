import type { Command } from 'commander';
import { register as analyze } from './analyze.command.js';
import { register as settings } from './settings.command.js';
import { register as topic } from './topic.command.js';

/** All commands, in the order of `timbre --help`. A command's file imports its heavy parts inside its action. */
export const commands: readonly ((program: Command) => void)[] = [settings, analyze, topic];
