import type { Command } from 'commander';

/** `timbre verify`: prove that the roll-ups are the sums of what was read. Exit code 1 when they are not. */
export function register(program: Command): void {
  program
    .command('verify')
    .description('recompute all roll-ups from mentions and compare; prints one JSON object')
    .option('--rebuild', 'make the roll-ups anew from mentions first')
    .option('--most <n>', 'differences printed per table', '20')
    .action(async (options: { rebuild?: true; most: string }, command: Command) => {
      const most = Number(options.most);
      if (!Number.isInteger(most) || most < 1) command.error('--most must be a whole number above 0', { exitCode: 2 });
      const { CollectionModule } = await import('@timbre/collection');
      const { CoverageModule, RollupVerifier } = await import('@timbre/coverage');
      const { withApplication } = await import('../context/with-application.js');
      const { writeJsonLine } = await import('../json-lines/index.js');
      await withApplication([CollectionModule, CoverageModule], async (app, settings) => {
        const verifier = app.get(RollupVerifier);
        if (options.rebuild) await verifier.rebuild(settings.timeZone);
        const verification = await verifier.verify(most);
        await writeJsonLine(process.stdout, { ...verification });
        process.exitCode = verification.ok ? 0 : 1;
      });
    });
}
