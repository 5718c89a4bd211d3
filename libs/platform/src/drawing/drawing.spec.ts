import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { glyphCoverage } from './glyph-coverage.js';
import { markMissingGlyphs } from './mark-missing-glyphs.js';
import { renderChartPng, renderChartSvg } from './render-chart.js';
import { shippedFontFiles } from './shipped-fonts.js';

const option = (name: string) => ({
  xAxis: { type: 'category' as const, data: [name] },
  yAxis: { type: 'value' as const },
  series: [{ type: 'bar' as const, data: [3], label: { show: true } }],
});
const format = { width: 400, height: 200, theme: 'light' as const };

it('knows which characters the shipped fonts draw', async () => {
  for (const file of shippedFontFiles) {
    const has = glyphCoverage(await readFile(file));
    for (const character of 'Aé−–…“”净情感齉，。↑') expect(has(character.codePointAt(0)!), character).toBe(true);
    for (const character of '🚀𠮷') expect(has(character.codePointAt(0)!), character).toBe(false);
  }
});

it('marks what cannot be drawn and drops what draws nothing', () => {
  const onlyHan = (codePoint: number) => codePoint >= 0x4e00 && codePoint < 0xa000;
  expect(markMissingGlyphs('plain <b>', () => false)).toBe('plain <b>');
  expect(markMissingGlyphs('人工 🚀\uFE0F\u200D!', onlyHan)).toBe('人工 [U+1F680]!');
  expect(markMissingGlyphs('lone \uD800', onlyHan)).toBe('lone [U+FFFD]');
});

it('draws the same bytes each time, marks strange characters, and makes a PNG of the wanted size', async () => {
  const first = await renderChartSvg(option('净情感 🚀'), format);
  expect(await renderChartSvg(option('净情感 🚀'), format)).toBe(first);
  expect(first).toContain('净情感 [U+1F680]');
  const light = await renderChartPng(option('净情感'), format);
  expect(light.subarray(1, 4).toString()).toBe('PNG');
  expect([light.readUInt32BE(16), light.readUInt32BE(20)]).toEqual([800, 400]);
  expect((await renderChartPng(option('净情感'), { ...format, theme: 'dark' })).equals(light)).toBe(false);
  // Another text gives other pixels: the fonts are found.
  expect((await renderChartPng(option('中立'), format)).equals(light)).toBe(false);
});
