import type { Command } from 'commander';

/** `timbre api`: the web server alone, for installations whose database and workers run elsewhere. */
export function register(program: Command): void {
  program
    .command('api')
    .description('serve the API and the web app until stopped (database and queues as the settings say)')
    .action(async () => {
      const { runService } = await import('@timbre/platform');
      const { startApi } = await import('@timbre/api');
      await runService('api', startApi);
    });
}
