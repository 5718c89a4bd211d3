import type { Command } from 'commander';

/** `timbre serve`: everything on this machine. */
export function register(program: Command): void {
  program
    .command('serve')
    .description('start the database, the web server and the workers')
    .option('--sample', 'load sample coverage once everything runs')
    .action(async (options: { sample?: true }) => {
      const { loadSettings } = await import('@timbre/platform');
      const { Launcher } = await import('../serve/launcher.js');
      const { runUntilSignal } = await import('../serve/run-until-signal.js');
      const print = (line: string): void => void process.stdout.write(`${line}\n`);
      await runUntilSignal(new Launcher({ settings: loadSettings(), sample: options.sample ?? false, print }));
    });
}
