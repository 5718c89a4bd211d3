import type { Command } from 'commander';

/** `timbre stories`: articles as JSON Lines in, the story of each out, in order. */
export function register(program: Command): void {
  program
    .command('stories')
    .description('read articles from JSON Lines {id, text, title?, published?} and print {id, story}: copies share one')
    .argument('[files...]', 'JSON Lines files; standard input without them')
    .option('--window <days>', 'look for copies among articles published within so many days of each other', '14')
    .action(async (files: string[], options: { window: string }, command: Command) => {
      const { z } = await import('zod');
      const { createStoryIndex } = await import('@timbre/collection/stories');
      const { answerJsonLines } = await import('../json-lines/index.js');
      const { openInputs } = await import('./analysis-inputs.js');
      const windowDays = Number(options.window);
      if (!(windowDays > 0)) command.error('error: --window takes a number of days above 0');
      const schema = z.object({
        id: z.union([z.string(), z.number()]),
        text: z.string(),
        title: z.string().nullish(),
        published: z.iso.datetime({ offset: true }).or(z.iso.date()).nullish(),
      });
      const index = createStoryIndex({ windowDays });
      // Ids come back as they were given: the story of article 7 is 7, that of article "7" is "7".
      const given = new Map<string, string | number>();
      for await (const input of openInputs(files, command)) {
        await answerJsonLines({
          input,
          output: process.stdout,
          schema,
          answer: ({ id, text, title, published }) => {
            const key = JSON.stringify(id);
            const story = index.add({ id: key, text, title, published: published ? new Date(published) : null });
            if (story === key) given.set(key, id);
            return { id, story: given.get(story) ?? id };
          },
        });
      }
    });
}
