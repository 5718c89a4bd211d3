import type { Command } from 'commander';

/** `timbre alert simulate`: what a rule would have done with a series of measurements. */
export function register(program: Command): void {
  const alert = program.command('alert').description('try out alert rules');
  alert
    .command('simulate')
    .description('evaluate a rule on JSON Lines {at, value | null, n} and print state, transitions and notifications')
    .argument('[files...]', 'JSON Lines files; standard input without them')
    .requiredOption('--rule <file>', 'the rule as JSON or YAML, e.g. {"condition": "value < -0.2", "for": "2h"}')
    .action(async (files: string[], options: { rule: string }, command: Command) => {
      const { answerJsonLines } = await import('../json-lines/index.js');
      const { openInputs } = await import('./analysis-inputs.js');
      const { readRule, RuleFileError } = await import('../alerts/read-rule.js');
      const { simulatedEvaluation, simulateRule } = await import('../alerts/simulate-rule.js');
      const rule = await readRule(options.rule).catch((error: unknown) => {
        if (error instanceof RuleFileError) return command.error(`error: ${error.message}`);
        throw error;
      });
      const answer = simulateRule(rule);
      for await (const input of openInputs(files, command)) {
        await answerJsonLines({ input, output: process.stdout, schema: simulatedEvaluation, answer });
      }
    });
  alert
    .command('export')
    .description('print all alert rules as YAML, with channels by name')
    .action(async () => {
      const { exportRules } = await import('../alerts/rules-file.js');
      process.stdout.write(await exportRules());
    });
  alert
    .command('import')
    .description('make the rules of a YAML file the installation’s, and print what changes; all of it or nothing')
    .argument('<file>', 'as written by `timbre alert export`')
    .option('--dry-run', 'only print what would change')
    .option('--prune', 'remove the rules that the file lacks')
    .action(async (file: string, options: { dryRun?: boolean; prune?: boolean }, command: Command) => {
      const { importRules } = await import('../alerts/rules-file.js');
      const printed = await importRules(file, { apply: options.dryRun !== true, prune: options.prune === true });
      if ('problem' in printed) command.error(`error: ${file}: ${printed.problem}`);
      process.stdout.write(printed.text);
    });
}
