import fc from 'fast-check';
import { reading as readingSchema, type Reading } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from './analyze.js';
import { loadDefaultCatalogue } from './catalogue/load-default-catalogue.js';
import { loadResources } from './load-resources.js';

const analyzer = createAnalyzer(loadResources());
const catalogue = analyzer.compile(loadDefaultCatalogue());
const read = (text: string, more: object = {}): Reading =>
  analyzer.analyze({ id: '1', text, published: '2024-03-14', ...more }, catalogue);

/** Every span in a reading, with the words that it must hold when they are known. */
function spansOf(reading: Reading): { from: number; to: number; words?: string }[] {
  const evidence = [...reading.targets, ...reading.targets.flatMap((target) => target.aspects)].flatMap(
    (item) => item.evidence,
  );
  return [
    ...evidence,
    ...evidence.flatMap((entry) => entry.terms),
    ...reading.topics.flatMap((topic) => topic.matches),
    ...reading.entities.flatMap((entity) => entity.mentions),
    ...reading.proposed.flatMap(({ name, mentions }) => mentions.map((span) => ({ ...span, words: name }))),
    ...reading.quotes.map(({ from, to, text }) => ({ from, to, words: text })),
    ...reading.forecasts.map((forecast) => forecast.span),
  ];
}

function expectSpansInside(reading: Reading): void {
  for (const { from, to, words } of spansOf(reading)) {
    expect(from).toBeLessThan(to);
    expect(to).toBeLessThanOrEqual(reading.text.length);
    if (words !== undefined) expect(reading.text.slice(from, to)).toBe(words);
  }
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 100 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'OpenAI',
          ' Sora ',
          '米拉 · 穆拉蒂',
          '“',
          '”',
          '"',
          '。',
          '.',
          '\n',
          ' ',
          '<p>',
          '&nbsp;',
          '领網域',
          '軟體',
          '人 工 智 能',
        ],
        ...[
          '他',
          '该公司',
          'She said ',
          '\u202e',
          '\ud800',
          '😀',
          'ＡＩ',
          '360 创始人',
          '10 年',
          "n't",
          'http://a.b/c?d',
          '说:',
        ],
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

describe('createAnalyzer', () => {
  it('never throws, keeps every span inside the text, and fits the contract', () => {
    fc.assert(
      fc.property(hostile, fc.option(hostile, { nil: undefined }), (text, title) => {
        const reading = read(text, { title, targets: ['OpenAI', { name: 'x', from: 0, to: 5 }] });
        expectSpansInside(reading);
        expect(readingSchema.safeParse(reading).error).toBeUndefined();
        expect(reading.targets.filter(({ kind }) => kind === 'given')).toHaveLength(2);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same reading for the same input', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 30 },
    );
  });

  it.each(['', '。', 'x', '😀😀', '\u202b\u200f', '\ud83d', '　', '<', '&', '"'])('reads %j', (text) => {
    expect(read(text).targets).toEqual([]);
  });

  it('reads a megabyte without an end, and says what it left out of more', { timeout: 20_000 }, () => {
    const long = read('word '.repeat(220_000));
    expect(long.text).toHaveLength(1_100_000);
    expect(long.skipped).toEqual([
      { reason: expect.stringContaining('longer') as string, from: 1_000_000, to: 1_100_000 },
    ]);
  });

  it('finds people, companies and products across scripts, artefacts and stray spaces', () => {
    const { entities, text } = read(
      'OpenAI 首席技术官米拉 · 穆拉蒂(Mira Murati)说,Sora 的成本远高于 Dall-E。Murati 没有多说。\n360 创始人周鸿祎认为通用人工智能(AGI)比 ChatGPT 更远。',
    );
    const ids = entities.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['openai', 'mira-murati', 'sora', 'dall-e', '360', 'zhou-hongyi', 'agi', 'chatgpt']),
    );
    const murati = entities.find(({ id }) => id === 'mira-murati');
    expect(murati?.mentions.map(({ from, to }) => text.slice(from, to))).toEqual([
      '米拉 · 穆拉蒂',
      'Mira Murati',
      'Murati',
    ]);
  });

  it('puts the title first and moves the offsets that the caller gave', () => {
    const body = '它比 Pixel 好。';
    const { text, targets } = read(body, { title: '新手机', targets: [{ name: '手机', from: 3, to: 8 }] });
    expect(text).toBe('新手机\n它比 Pixel 好。');
    expect(targets[0]).toMatchObject({ id: '手机', kind: 'given' });
    expect(read('标题\n正文', { title: '标题' }).text).toBe('标题\n正文');
  });

  it('reports a given target under its catalogue id too', () => {
    const { targets, entities } = read('穆拉蒂曾任职。Mira Murati impressed everyone with a great product.', {
      targets: ['Mira Murati'],
    });
    expect(targets.map(({ id, kind }) => `${kind} ${id}`)).toEqual(['given Mira Murati', 'entity mira-murati']);
    expect(entities.map(({ id }) => id)).toContain('mira-murati');
  });

  it('knows a given name inside a longer form, and names whose capitals vary', () => {
    const { entities } = read('Nvidia Corp. praised META and Meta, not the meta level.', { targets: ['Nvidia'] });
    expect(entities.map(({ id, mentions }) => `${id} ${mentions.length}`)).toEqual(['nvidia 1', 'meta 2']);
  });

  it('lets aspects follow what is said: high costs are bad for the one and not for its standard', () => {
    const { targets } = read('Sora 的成本远高于 DALL·E。');
    const cost = (id: string) =>
      targets.find((target) => target.id === id)?.aspects.find(({ aspect }) => aspect === 'cost');
    expect(cost('sora')?.label).toBe('negative');
    expect(cost('dall-e')?.label).toBe('positive');
  });

  it('proposes names that it does not know, and never those that it knows', () => {
    const { proposed } = read(
      'Sam Altman met Priya Raghunathan, founder of Lumora Labs. "It works," Priya Raghunathan said.',
    );
    expect(proposed.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'person Priya Raghunathan',
      'organisation Lumora Labs',
    ]);
  });

  it('costs no more than in proportion to the length', { timeout: 20_000 }, () => {
    const paragraph = '周鸿祎表示,Sora 的效果惊艳,但成本很高。OpenAI 预计今年发布。该公司没有回应。"这很难,"他说。\n';
    const cost = (times: number): number => {
      const text = paragraph.repeat(times);
      const start = process.cpuUsage();
      read(text);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    cost(30);
    const small = Math.min(cost(30), cost(30), cost(30));
    // Ten times the text; three times the linear cost leaves room for noise and none for a square.
    expect(cost(300)).toBeLessThan(small * 30);
  });
});
