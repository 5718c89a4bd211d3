import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LabelledFileError } from '../evaluation/read-labelled-file.js';
import { buildProgram } from '../program.js';

let folder = '';
let said = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-evaluate-'));
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function file(name: string, lines: readonly object[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  return path;
}

async function evaluate(...options: string[]): Promise<Record<string, never>[]> {
  said = '';
  await buildProgram().parseAsync(['evaluate', '--json', ...options], { from: 'user' });
  return said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, never>);
}

const labels = [-1, 0, 1];
const rows = Array.from({ length: 60 }, (_, index) => ({
  id: `r${index}`,
  lang: 'en',
  text: `Row ${index} about Acme.`,
  target: 'Acme',
  label: labels[index % 3],
}));
const names = ['negative', 'neutral', 'positive'];
/** Readings that are right on every row but each `wrong`-th, which they take for neutral. */
const readings = (wrong: number) =>
  rows.map(({ id }, index) => ({
    id,
    lang: 'en',
    targets: [
      {
        id: 'Acme',
        kind: 'given',
        name: 'Acme',
        score: 0,
        label: index % wrong === 0 ? 'neutral' : names[index % 3],
        confidence: 1,
        evidence: [],
      },
    ],
  }));

describe('timbre evaluate --predictions', () => {
  it('judges the readings of the file, and lines that have none as neutral', { timeout: 30_000 }, async () => {
    const gold = await file('gold.jsonl', rows);
    const perfect = await file('perfect.jsonl', readings(1_000_000).slice(1));
    expect(await evaluate(gold, '--predictions', perfect)).toMatchObject([
      { file: 'gold', lang: 'en', sentiment: { n: 60, flips: 0, accuracy: 59 / 60 } },
    ]);
    const failed = await file('failed.jsonl', [{ line: 1, error: { code: 'line.json', message: 'no JSON' } }]);
    expect(await evaluate(gold, '--predictions', failed)).toMatchObject([{ sentiment: { accuracy: 1 / 3 } }]);
  });

  it('judges quotes and forecasts with their speakers, and counts false alarms', { timeout: 30_000 }, async () => {
    const day = { kind: 'release', hedge: 'likely' };
    const claim = { ...day, from: '2026-01-01', to: '2026-12-31', speaker: 'Ann Lee' };
    const gold = await file('gold.jsonl', [
      { id: 'a', lang: 'en', text: 'A', quotes: [{ text: 'We ship this year', speaker: 'Ann Lee' }] },
      { id: 'b', lang: 'en', text: 'B', forecasts: [claim] },
      { id: 'c', lang: 'en', text: 'C', forecasts: [] },
      { id: 'd', lang: 'en', text: 'D', quotes: [{ text: 'Nobody is named for this one' }] },
    ]);
    const quote = (text: string, speaker: string | null) => ({ from: 0, to: 1, text, speaker, direct: true });
    const found = { ...claim, subject: null, text: 'x', span: { from: 0, to: 1 }, rule: 'r', hedge: 'certain' };
    const said = await file('said.jsonl', [
      { id: 'a', quotes: [quote('we ship this year', 'Bob')] },
      { id: 'b', forecasts: [{ ...found, speaker: 'ann lee' }] },
      { id: 'c', forecasts: [found] },
      { id: 'd', quotes: [quote('Nobody is named for this one', 'Bob')] },
    ]);
    const [report] = await evaluate(gold, '--predictions', said);
    expect(report).toMatchObject({
      texts: 4,
      quotes: { f1: 1, negatives: 0, right: { speaker: 0 } },
      forecasts: { gold: 1, predicted: 2, negatives: 1, alarms: 1, right: { kind: 1, hedge: 0, speaker: 1 } },
    });
  });

  it('names file and line of what is no reading', async () => {
    const gold = await file('gold.jsonl', rows);
    await writeFile(join(folder, 'broken.jsonl'), '{"id":"a"}\nnonsense');
    await expect(evaluate(gold, '--predictions', join(folder, 'broken.jsonl'))).rejects.toThrow(LabelledFileError);
    await expect(evaluate(gold, '--predictions', join(folder, 'broken.jsonl'))).rejects.toThrow(/broken\.jsonl:2/);
  });
});

describe('timbre evaluate --compare', () => {
  it('says which of two files is better, with its interval', { timeout: 30_000 }, async () => {
    const gold = await file('gold.jsonl', rows);
    const [good, poor] = [await file('good.jsonl', readings(20)), await file('poor.jsonl', readings(2))];
    const compared = async (...files: string[]) =>
      (await evaluate(gold, '--predictions', good, '--compare', ...files)).at(-1)?.['comparison'] as unknown as {
        difference: number;
        low: number;
        high: number;
        p: number;
      };
    const better = await compared(poor, good);
    expect(better.low).toBeGreaterThan(0);
    expect(better.p).toBeLessThan(0.05);
    const worse = await compared(good, poor);
    expect(worse.difference).toBeCloseTo(-better.difference);
    expect(worse.high).toBeLessThan(0);
    expect(await compared(good, good)).toMatchObject({ difference: 0, low: 0, high: 0, p: 1 });
  });

  it('compares one file with the version that runs', { timeout: 30_000 }, async () => {
    const gold = await file('gold.jsonl', rows);
    const answers = await evaluate(gold, '--compare', await file('good.jsonl', readings(1_000_000)));
    // The analysis finds nothing in these sentences: it cannot be as good as readings that are right.
    expect(answers.at(-1)?.['comparison']).toMatchObject({ high: expect.any(Number) });
    expect((answers.at(-1)?.['comparison'] as unknown as { high: number }).high).toBeLessThan(0);
  });
});

describe('timbre evaluate --data --write', () => {
  it('leaves a published table alone where the external sets are missing', { timeout: 60_000 }, async () => {
    const readme = join(folder, 'README.md');
    const table = '<!-- evaluation:begin -->\nold\n<!-- evaluation:end -->\n';
    await writeFile(readme, table);
    const reports = await evaluate('--data', join(folder, 'absent'), '--write', readme);
    expect(await readFile(readme, 'utf8')).toBe(table);
    expect(reports.map(({ file: name }) => name)).toEqual(
      expect.arrayContaining(['sentences (held out)', 'quotes-zh', 'forecasts-en', 'news-forecasts-zh', 'all']),
    );
  });
});
