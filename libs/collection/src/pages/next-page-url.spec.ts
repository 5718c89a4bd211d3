import { describe, expect, it } from 'vitest';
import { isNextPage } from './next-page-url.js';

const at = (path: string) => `https://bay.example${path}`;

describe('isNextPage', () => {
  it.each([
    ['/news/ferry.html', '/news/ferry_2.html'],
    ['/news/ferry_2.html', '/news/ferry_3.html'],
    ['/news/20260310/5512.shtml', '/news/20260310/5512_1.shtml'],
    ['/news/5512_1.shtml', '/news/5512_2.shtml'],
    ['/news/ferry', '/news/ferry/2'],
    ['/news/ferry/', '/news/ferry/page/2/'],
    ['/news/ferry/2/', '/news/ferry/3/'],
    ['/news/ferry', '/news/ferry?page=2'],
    ['/story?id=7', '/story?id=7&page=2'],
    ['/story?id=7&page=2', '/story?page=3&id=7'],
    ['/news/ferry-2026', '/news/ferry-2026-2'],
  ])('%s goes on at %s', (here, there) => {
    expect(isNextPage(at(here), at(there))).toBe(true);
  });

  it.each([
    ['another article', '/news/ferry.html', '/news/bridge.html'],
    ['the next article by number', '/news/5512', '/news/5513'],
    ['the page itself', '/news/ferry.html', '/news/ferry.html'],
    ['the page before', '/news/ferry_3.html', '/news/ferry_2.html'],
    ['the last page', '/news/ferry', '/news/ferry?page=9'],
    ['another story', '/story?id=7', '/story?id=8&page=2'],
    ['a list’s next page', '/news/ferry', '/news?page=2'],
    ['the second page of the start', '/', '/page/2/'],
  ])('does not take %s for the next page', (_, here, there) => {
    expect(isNextPage(at(here), at(there))).toBe(false);
  });

  it('stays on the host', () => {
    expect(isNextPage(at('/a'), 'https://other.example/a/2')).toBe(false);
    expect(isNextPage('no address', at('/a/2'))).toBe(false);
  });
});
