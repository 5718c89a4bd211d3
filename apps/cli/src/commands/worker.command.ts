import type { Command } from 'commander';

/** `timbre worker`: work on the queues, beside a `timbre serve` or against a server's database. */
export function register(program: Command): void {
  program
    .command('worker')
    .description('work on the queues until stopped (database and queues as the settings say)')
    .action(async () => {
      const { runService } = await import('@timbre/platform');
      const { startWorker } = await import('@timbre/worker');
      await runService('worker', startWorker);
    });
}
