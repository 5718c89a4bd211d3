import type { Command } from 'commander';

/** `timbre migrate`: bring the database schema up to date. Safe to run from many places at once. */
export function register(program: Command): void {
  program
    .command('migrate')
    .description('bring the database schema up to date')
    .option('--quiet', 'say nothing when there is nothing to do')
    .action(async (options: { quiet?: true }) => {
      const { loadSettings, migrate, waitForDatabase } = await import('@timbre/platform');
      const { allMigrations } = await import('@timbre/api');
      const { withDatabaseUrl } = await import('../context/with-database-url.js');
      const settings = loadSettings();
      await withDatabaseUrl(settings, async (url) => {
        await waitForDatabase({ url, onWait: (reason) => void process.stderr.write(`${reason}\n`) });
        const applied = await migrate({ url, migrations: allMigrations, queues: settings.redisUrl === undefined });
        if (applied.length === 0 && options.quiet) return;
        process.stdout.write(applied.length === 0 ? 'The schema is up to date.\n' : `Applied ${applied.join(', ')}.\n`);
      });
    });
}
