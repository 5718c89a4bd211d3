import type { Command } from 'commander';

/** `timbre settings`: what is in force, where it comes from, what it means. */
export function register(program: Command): void {
  program
    .command('settings')
    .description('print all settings with value, source and meaning')
    .option('--json', 'one JSON object per line')
    .action(async (options: { json?: true }) => {
      const { describeSettings, loadSettings } = await import('@timbre/platform');
      for (const setting of describeSettings()) {
        if (options.json) process.stdout.write(`${JSON.stringify(setting)}\n`);
        else {
          process.stdout.write(`${setting.name} = ${setting.value ?? '(not set)'}   [${setting.source}]\n`);
          process.stdout.write(`    ${setting.meaning}\n`);
        }
      }
      loadSettings();
    });
}
