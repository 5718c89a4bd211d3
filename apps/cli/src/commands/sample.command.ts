import type { Command } from 'commander';

/** `timbre sample load` and `timbre sample remove`: the coverage that ships with Timbre, in and out. */
export function register(program: Command): void {
  const sample = program
    .command('sample')
    .description('sample coverage: invented outlets and people, marked as sample');
  sample
    .command('load')
    .description('put the sample coverage in (twice is once)')
    .action(() =>
      run(
        async (service) =>
          `${await service.load(new AbortController().signal, () => Promise.resolve())} sample articles added.`,
      ),
    );
  sample
    .command('remove')
    .description('take the sample coverage and all that was read in it out again')
    .action(() => run(async (service) => `${await service.remove()} sample articles removed.`));
}

async function run(work: (service: import('@timbre/collection').SampleService) => Promise<string>): Promise<void> {
  const { CollectionModule, SampleService } = await import('@timbre/collection');
  const { CoverageModule } = await import('@timbre/coverage');
  const { withApplication } = await import('../context/with-application.js');
  const line = await withApplication([CollectionModule, CoverageModule], (app) => work(app.get(SampleService)));
  process.stdout.write(`${line}\n`);
}
