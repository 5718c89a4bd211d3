import { describe, expect, it } from 'vitest';
import { readStored } from './stored-preferences.js';

const stored = (text: string | null) => readStored({ getItem: () => text });

describe('readStored', () => {
  it('takes what makes sense and passes over the rest', () => {
    expect(stored('{"language":"zh-CN","theme":"dark","timeZone":"Asia/Shanghai"}')).toEqual({
      language: 'zh-CN',
      theme: 'dark',
      timeZone: 'Asia/Shanghai',
    });
    expect(stored('{"language":"fr","theme":7,"timeZone":"Mars/Olympus"}')).toEqual({});
    for (const text of [null, 'null', 'not json', '[]']) expect(stored(text)).toEqual({});
  });
});
