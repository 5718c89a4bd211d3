import type { Command } from 'commander';

/** `timbre topic test`: which texts a query matches, and why. */
export function register(program: Command): void {
  const topic = program.command('topic').description('try out topic queries');
  topic
    .command('test')
    .description('match texts from JSON Lines {id, text, title?} against a query and print {id, match, why}')
    .argument('[files...]', 'JSON Lines files; standard input without them')
    .requiredOption('--query <query>', 'such as \'(AGI OR 通用人工智能) NEAR/8 "next year" NOT title:game\'')
    .option('--catalogue <file>', 'a catalogue as JSON, for entity: in the query, instead of the default one')
    .action(async (files: string[], options: { query: string; catalogue?: string }, command: Command) => {
      const { createTopicTest, loadResources, parseQuery, TopicQueryError } = await import('@timbre/analysis');
      const { analysisInput } = await import('@timbre/contracts');
      const { answerJsonLines } = await import('../json-lines/index.js');
      const { openInputs } = await import('./analysis-inputs.js');
      const { readCatalogue } = await import('./read-catalogue.js');
      try {
        parseQuery(options.query);
      } catch (error) {
        if (error instanceof TopicQueryError) command.error(`error: --query: ${error.message}`);
        throw error;
      }
      const test = createTopicTest(options.query, await readCatalogue(options.catalogue, command), loadResources());
      for await (const input of openInputs(files, command)) {
        await answerJsonLines({
          input,
          output: process.stdout,
          schema: analysisInput.pick({ id: true, text: true, title: true }),
          answer: ({ id, text, title }) => ({ id, ...test(text, title) }),
        });
      }
    });
}
