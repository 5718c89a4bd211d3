import { expect, it } from 'vitest';
import { requestLanguage } from './request-language.js';

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['de-DE,de;q=0.9', 'en'],
  ['en-GB,zh;q=0.5', 'en'],
  ['zh-CN,en;q=0.8', 'zh'],
  [' ZH-Hant', 'zh'],
])('answers %j in %s', (header, language) => {
  expect(requestLanguage(header)).toBe(language);
});
