import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from './en/index.js';
import { zh } from './zh/index.js';

function flat(words: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value as object, `${prefix}${key}.`)),
    ),
  );
}
const sources = fileURLToPath(new URL('..', import.meta.url));
const code = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n/') && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(`${sources}/${file}`, 'utf8'))
  .join('\n');

/** Keys said outright, and the fixed beginnings of computed ones. */
const said = new Set([...code.matchAll(/\bt\(\s*['`]([\w.-]+)['`]/g)].map(([, key]) => key ?? ''));
const beginnings = [...code.matchAll(/\bt\(\s*`([\w.-]+\.)\$\{/g)].map(([, beginning]) => beginning ?? '');
const stem = (key: string) => key.replace(/_(one|other)$/, '');

describe('dictionaries', () => {
  const english = flat(en);
  const chinese = flat(zh);

  it('have the same keys and the same placeholders', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    const holes = (text: string | undefined) =>
      [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    for (const [key, text] of Object.entries(english)) expect([key, holes(chinese[key])]).toEqual([key, holes(text)]);
  });

  it('hold nothing that no page says', () => {
    const unused = Object.keys(english).filter(
      (key) => !said.has(stem(key)) && !beginnings.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  it('lack nothing that a page says', () => {
    const known = new Set(Object.keys(english).map(stem));
    expect([...said].filter((key) => !known.has(key))).toEqual([]);
  });

  it('are written by ear: full-width punctuation in Chinese, no exclamation marks, no hyphen for minus', () => {
    for (const [key, text] of Object.entries(chinese)) {
      expect([key, /[\u4e00-\u9fff][,;:!?]/.test(text)]).toEqual([key, false]);
      expect([key, /[!！]/.test(text)]).toEqual([key, false]);
    }
    for (const text of Object.values(english)) expect(text).not.toMatch(/!|\s-\d/);
  });
});
