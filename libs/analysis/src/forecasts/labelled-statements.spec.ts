import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compileCatalogue } from '../catalogue/compile-catalogue.js';
import { loadDefaultCatalogue } from '../catalogue/load-default-catalogue.js';
import { annotate } from '../document/annotate.js';
import type { AnnotatedDocument } from '../document/annotated-document.js';
import { loadTextResources } from '../load-text-resources.js';
import { extractQuotes } from '../quotes/extract-quotes.js';
import { quoteAgreement } from '../quotes/quote-agreement.js';
import { extractForecasts } from './extract-forecasts.js';
import { forecastAgreement } from './forecast-agreement.js';

const labelledForecasts = z.object({
  id: z.string(),
  split: z.enum(['dev', 'holdout', 'holdout-2']),
  published: z.iso.date(),
  text: z.string(),
  forecasts: z.array(
    z.object({
      from: z.string(),
      to: z.string().nullable(),
      kind: z.enum(['arrival', 'release', 'denial', 'revision']),
      hedge: z.enum(['possible', 'likely', 'certain']),
      speaker: z.string().nullable().optional(),
    }),
  ),
});
const labelledQuotes = z.object({
  id: z.string(),
  split: z.enum(['dev', 'holdout', 'holdout-2']),
  text: z.string(),
  quotes: z.array(z.object({ text: z.string(), direct: z.boolean(), speaker: z.string().nullable().optional() })),
});

function read<T>(name: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(new URL(`../../data/statements/${name}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => schema.parse(JSON.parse(line)));
}

let annotated: (text: string, published?: string) => AnnotatedDocument;

beforeAll(() => {
  const resources = loadTextResources();
  const catalogue = compileCatalogue(loadDefaultCatalogue(), resources.simplification);
  annotated = (text, published) =>
    annotate(text, { catalogue, resources, ...(published === undefined ? {} : { published }) });
});

function f1({ matched, missed, spurious }: { matched: number; missed: number; spurious: number }): number {
  return (2 * matched) / (2 * matched + missed + spurious);
}

function add<T extends object>(total: Record<string, number>, counts: T): void {
  for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + Number(count);
}

describe.each(['zh', 'en'])('our labelled statements (%s)', (lang) => {
  it('are read as forecasts, with hardly a false alarm', () => {
    const total: Record<string, number> = {};
    let negatives = 0;
    let alarms = 0;
    for (const item of read(`forecasts-${lang}`, labelledForecasts)) {
      const document = annotated(item.text, item.published);
      const found = extractForecasts(document, extractQuotes(document));
      add(total, forecastAgreement(item.forecasts, found));
      if (item.forecasts.length > 0) continue;
      negatives += 1;
      if (found.length > 0) alarms += 1;
    }
    const { matched = 0, missed = 0, spurious = 0, kinds = 0, hedges = 0, speakers = 0, speakersLabelled = 0 } = total;
    expect(negatives).toBeGreaterThanOrEqual(40);
    expect(alarms / negatives).toBeLessThanOrEqual(0.05);
    expect(f1({ matched, missed, spurious })).toBeGreaterThanOrEqual(0.95);
    expect(kinds / matched).toBeGreaterThanOrEqual(0.9);
    expect(hedges / matched).toBeGreaterThanOrEqual(0.9);
    expect(speakers / speakersLabelled).toBeGreaterThanOrEqual(0.9);
  });

  it('are read as quotes, with their speakers', () => {
    const total: Record<string, number> = {};
    for (const item of read(`quotes-${lang}`, labelledQuotes)) {
      add(total, quoteAgreement(item.quotes, extractQuotes(annotated(item.text))));
    }
    const { matched = 0, missed = 0, spurious = 0, speakers = 0, speakersLabelled = 0 } = total;
    expect(f1({ matched, missed, spurious })).toBeGreaterThanOrEqual(0.95);
    expect(speakers / speakersLabelled).toBeGreaterThanOrEqual(0.9);
  });
});

const article = [
  '当地时间 5 月 6 日,云杉智能首席技术官安娜 · 凯勒(Anna Keller)接受了本报专访。',
  '凯勒透露,文生音乐模型“回声”预计将在今年正式发布。她还表示,目前的成本远高于上一代产品。',
  '5 月 2 日,零度资本创始人周明远发布微博提到自己的看法,周明远认为,这意味着通用机器人的实现可能从 10 年缩短至一两年。',
  '有业内人士预言,自动作曲将比预期更早到来。',
  '" 我们只用了公开数据和授权数据。" 凯勒说。',
].join('\n');

/** Sentences in the manner of news of many outlets, labelled before they were read. */
describe.each(['zh', 'en'])('labelled news statements (%s)', (lang) => {
  it('are read as forecasts', () => {
    const total: Record<string, number> = {};
    for (const item of read(`news-forecasts-${lang}`, labelledForecasts)) {
      const document = annotated(item.text, item.published);
      add(total, forecastAgreement(item.forecasts, extractForecasts(document, extractQuotes(document))));
    }
    const { matched = 0, missed = 0, spurious = 0, kinds = 0, hedges = 0, speakers = 0, speakersLabelled = 0 } = total;
    expect(f1({ matched, missed, spurious })).toBeGreaterThanOrEqual(0.95);
    expect((kinds + hedges) / (2 * matched)).toBeGreaterThanOrEqual(0.9);
    expect(speakers / speakersLabelled).toBeGreaterThanOrEqual(0.9);
  });

  it('are read as quotes, with their speakers', () => {
    const total: Record<string, number> = {};
    for (const item of read(`news-quotes-${lang}`, labelledQuotes))
      add(total, quoteAgreement(item.quotes, extractQuotes(annotated(item.text))));
    const { matched = 0, missed = 0, spurious = 0, speakers = 0, speakersLabelled = 0 } = total;
    expect(f1({ matched, missed, spurious })).toBeGreaterThanOrEqual(0.95);
    expect(speakers / speakersLabelled).toBeGreaterThanOrEqual(0.9);
  });
});

describe('an article', () => {
  it('yields quotes by full name and forecasts from the day of each statement', () => {
    const document = annotated(article, '2024-05-07');
    const quotes = extractQuotes(document);
    expect(quotes.map(({ speaker, direct }) => [speaker, direct])).toEqual([
      ['安娜·凯勒', false],
      ['安娜·凯勒', false],
      ['周明远', false],
      ['业内人士', false],
      ['安娜·凯勒', true],
    ]);
    for (const quote of quotes) expect(document.text.slice(quote.from, quote.to)).toBe(quote.text);
    const forecasts = extractForecasts(document, quotes);
    expect(forecasts).toMatchObject([
      { speaker: '安娜·凯勒', from: '2024-05-07', to: '2024-12-31', kind: 'release', hedge: 'likely' },
      {
        speaker: '周明远',
        from: '2025-05-02',
        to: '2026-05-02',
        kind: 'revision',
        hedge: 'possible',
        statedOn: '2024-05-02',
        previous: { text: '10 年' },
      },
      { speaker: '业内人士', from: '2024-05-07', to: null, kind: 'revision', direction: 'sooner' },
    ]);
    for (const { span, text } of forecasts) expect(document.text.slice(span.from, span.to)).toBe(text);
  });

  it('reads a Chinese sentence in an English article, and the other way round', () => {
    const document = annotated(
      'Kira Vance was asked first.\n陆景明表示,机器人将在三年内普及。\n"It will ship in 2027," Vance said.',
      '2026-01-10',
    );
    const forecasts = extractForecasts(document, extractQuotes(document));
    expect(forecasts.map(({ speaker, to }) => [speaker, to])).toEqual([
      ['陆景明', '2029-01-10'],
      ['Kira Vance', '2027-12-31'],
    ]);
  });

  it('resolves no relative time without a publication day', () => {
    const document = annotated('周明远认为,AGI将在三年内实现,商用要到2031年。');
    expect(extractForecasts(document, extractQuotes(document)).every(({ from }) => from >= '2031')).toBe(true);
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['one character', '年'],
    ['a lone surrogate', '\ud800说2030年\udfff'],
    ['unclosed marks', '“'.repeat(3000)],
    ['emoji', '🤖'.repeat(2000)],
    ['right-to-left marks', '\u202e2030年之前\u202c,他说'],
    ['numerals without end', '三'.repeat(5000) + '年内'],
    ['far days', 'It will take 999,999,999,999 centuries, or until 99999.'],
  ])('survives %s', (_, text) => {
    const document = annotated(text, '2026-01-10');
    expect(() => extractForecasts(document, extractQuotes(document))).not.toThrow();
  });

  it.each(['周明远说,到2030年“机器人”将普及,', 'Vance said "robots" will arrive by 2030, '])(
    'takes time in proportion to the text (%s)',
    (piece) => {
      const cost = (repeats: number): number => {
        const document = annotated(piece.repeat(repeats), '2026-01-10');
        const runs = [1, 2, 3].map(() => {
          const fresh = { ...document };
          // Time of the processor: a busy machine must not make the work look quadratic.
          const start = process.cpuUsage();
          extractForecasts(fresh, extractQuotes(fresh));
          const { user, system } = process.cpuUsage(start);
          return user + system;
        });
        return Math.min(...runs);
      };
      cost(300);
      // Ten times the text; quadratic work would take a hundred times as long.
      expect(cost(2000) / cost(200)).toBeLessThan(30);
    },
    60_000,
  );
});
