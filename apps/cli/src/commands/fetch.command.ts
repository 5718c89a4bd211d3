import type { Command } from 'commander';

/** `timbre fetch URL…`: asks through the guarded client that everything in Timbre uses, and says what came back. */
export function register(program: Command): void {
  program
    .command('fetch')
    .description('fetch web addresses through the guarded client and print {url, status, type, bytes} or the refusal')
    .argument('<urls...>', 'http and https addresses')
    .action(async (urls: string[]) => {
      const { createEgressClient, loadSettings } = await import('@timbre/platform');
      const { errorAnswer, writeJsonLine } = await import('../json-lines/index.js');
      const client = createEgressClient(loadSettings());
      for (const [index, url] of urls.entries()) {
        try {
          const response = await client.fetch({ url });
          await writeJsonLine(process.stdout, {
            url: response.url,
            status: response.status,
            type: response.contentType,
            bytes: response.bytes.length,
          });
        } catch (error) {
          await writeJsonLine(process.stdout, { url, ...errorAnswer(index + 1, undefined, error) });
        }
      }
      await client.close();
    });
}
