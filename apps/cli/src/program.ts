import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.js';

/** Exit codes: 0 done, 1 failed, 2 wrong usage. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

/** The whole command line. */
export function buildProgram(): Command {
  const program = new Command('timbre')
    .description('Timbre: how the media talks about a subject.')
    .showHelpAfterError('(--help shows how)')
    .exitOverride();
  for (const register of commands) register(program);
  return program;
}

/**
 * Runs one command line. Errors that carry a message for people are printed without a stack, unless `verbose`.
 *
 * @returns the exit code.
 */
export async function runProgram(argv: readonly string[], verbose: boolean): Promise<number> {
  try {
    await buildProgram().parseAsync([...argv], { from: 'user' });
    return Number(process.exitCode ?? exitCodes.done);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    const shown = error instanceof Error ? (verbose ? error.stack : error.message) : String(error);
    process.stderr.write(`${shown}\n`);
    return exitCodes.failed;
  }
}
