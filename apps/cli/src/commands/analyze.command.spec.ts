import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildProgram, runProgram } from '../program.js';

let folder = '';
let said = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-analyze-'));
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function run(lines: readonly string[], ...command: string[]): Promise<Record<string, unknown>[]> {
  const file = join(folder, 'in.jsonl');
  await writeFile(file, lines.join('\n'));
  await buildProgram().parseAsync([...command, file], { from: 'user' });
  return said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('timbre analyze', () => {
  it('answers every line in order, bad ones with an error', { timeout: 30_000 }, async () => {
    const answers = await run(
      ['{"id":1,"text":"OpenAI unveiled Sora."}', 'bad', '{"id":"c"}', '{"id":"d","text":""}'],
      'analyze',
    );
    expect(answers).toMatchObject([
      { id: '1', lang: 'en', entities: [{ id: 'openai' }, { id: 'sora' }] },
      { line: 2, error: { code: 'line.json' } },
      { id: 'c', line: 3, error: { code: 'line.shape' } },
      { id: 'd', text: '' },
    ]);
  });
});

describe('timbre analyze --scorer', () => {
  it('says which scorer made a reading, and that it fell back', { timeout: 30_000 }, async () => {
    const server = createServer((_request, response) => void response.writeHead(500).end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    vi.stubEnv('TIMBRE_SCORER_ENDPOINT', `http://${host}/v1`);
    vi.stubEnv('TIMBRE_SCORER_MODEL', 'some-model');
    vi.stubEnv('TIMBRE_EGRESS_ALLOW', host);
    const [reading] = await run(['{"id":1,"text":"OpenAI was praised."}'], 'analyze', '--scorer', 'endpoint');
    server.close();
    expect(reading).toMatchObject({ targets: [{ id: 'openai', label: 'positive' }] });
    expect(reading?.['version']).toMatch(/~embedded-instead-of:endpoint:some-model@/);
  });

  it('names the setting that is missing, and the scorers that there are', async () => {
    vi.stubEnv('TIMBRE_SCORER_MODEL', '');
    await expect(run(['{"id":1,"text":"x"}'], 'analyze', '--scorer', 'local')).rejects.toThrow('TIMBRE_SCORER_MODEL');
    expect(await runProgram(['analyze', '--scorer', 'oracle'], false)).toBe(2);
  });
});

describe('timbre topic test', () => {
  it('says why a text matches', { timeout: 30_000 }, async () => {
    const answers = await run(
      ['{"id":"a","text":"AGI next year"}', '{"id":"b","text":"x"}'],
      'topic',
      'test',
      '--query',
      'AGI NEAR/2 year',
    );
    expect(answers).toEqual([
      { id: 'a', match: true, why: [{ clause: 'AGI NEAR/2 year', from: 0, to: 13 }] },
      { id: 'b', match: false, why: [] },
    ]);
  });

  it('refuses an unreadable query as wrong usage', async () => {
    expect(await runProgram(['topic', 'test', '--query', '((AGI'], false)).toBe(2);
  });
});
