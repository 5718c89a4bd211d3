import { describe, expect, it } from 'vitest';
import { loadPresets } from '../presets/load-presets.js';
import { loadSample } from './load-sample.js';

describe('sample coverage', () => {
  it('holds at least 150 articles, about half of them Chinese, over 18 months, all from known sample sources', async () => {
    const { sources, articles } = await loadSample();
    const ids = new Set(sources.map((source) => source.id));
    expect(articles.length).toBeGreaterThanOrEqual(150);
    expect(articles.every((article) => ids.has(article.source))).toBe(true);
    const chinese = articles.filter((article) => article.lang === 'zh').length / articles.length;
    expect(chinese).toBeGreaterThan(0.4);
    expect(chinese).toBeLessThan(0.6);
    const days = (Date.parse(articles.at(-1)?.published ?? '') - Date.parse(articles[0]?.published ?? '')) / 86_400_000;
    expect(days).toBeGreaterThan(530);
  });

  it('is silent where it records an outage', async () => {
    const { sources, articles } = await loadSample();
    const gaps = sources.flatMap((source) => source.gaps.map((gap) => ({ ...gap, source: source.id })));
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) {
      const within = articles.filter(
        (article) => article.source === gap.source && article.published > gap.from && article.published < gap.to,
      );
      expect(within).toEqual([]);
    }
  });
});

describe('presets', () => {
  it('offers at least 20 feeds in both languages, each with an id and an address of its own', async () => {
    const presets = await loadPresets();
    expect(presets.length).toBeGreaterThanOrEqual(20);
    expect(new Set(presets.map((preset) => preset.id)).size).toBe(presets.length);
    expect(new Set(presets.map((preset) => preset.url)).size).toBe(presets.length);
    expect(new Set(presets.map((preset) => preset.language))).toEqual(new Set(['en', 'zh']));
  });
});
