import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../pages/extracted-page.js';
import { wholeArticle } from './whole-article.js';

const at = (number: number) => `https://bay.example/ferry_${number}.html`;
const aPage = (given: Partial<ExtractedPage>): ExtractedPage => ({
  url: at(1),
  canonicalLink: null,
  title: 'Ferry line opens in June',
  byline: null,
  site: null,
  published: null,
  publishedOffset: null,
  modified: null,
  lang: 'en',
  text: '',
  paywalled: false,
  walled: false,
  nextPage: null,
  ampLink: null,
  ...given,
});
const part = (number: number, given: Partial<ExtractedPage> = {}) =>
  aPage({ url: at(number), text: `Lead.\nPart ${number}. ${'word '.repeat(120)}`, nextPage: at(number + 1), ...given });

/** Reads from pages by address, and remembers what was asked for. */
function library(pages: ExtractedPage[]) {
  const asked: string[] = [];
  const read = (url: string) => {
    asked.push(url);
    return Promise.resolve(pages.find((page) => page.url === url) ?? null);
  };
  return { asked, read };
}

const partsOf = ({ text }: ExtractedPage) => text.match(/Part \d+/g);

describe('wholeArticle', () => {
  it('joins the pages of an article and says what they repeat only once', async () => {
    const { read } = library([part(2, { title: 'Ferry line opens in June (2)' }), part(3, { nextPage: null })]);
    const whole = await wholeArticle(part(1), read);
    expect(partsOf(whole)).toEqual(['Part 1', 'Part 2', 'Part 3']);
    expect(whole.text.match(/Lead\./g)).toHaveLength(1);
    expect(whole.nextPage).toBeNull();
  });

  it('follows ten pages at most', async () => {
    const { asked, read } = library(Array.from({ length: 30 }, (_, index) => part(index + 2)));
    await wholeArticle(part(1), read);
    expect(asked).toHaveLength(9);
  });

  it.each([
    ['a page that was read', [part(2, { nextPage: `${at(1)}#top` })], 1],
    ['a page that adds nothing', [part(2, { text: 'Lead.' }), part(3)], 1],
    ['another article', [part(2, { title: 'Bridge closes in July' })], 1],
    ['a wall', [part(2, { walled: true }), part(3)], 1],
    ['a page that cannot be had', [], 1],
  ])('stops at %s', async (_, pages, requests) => {
    const { asked, read } = library(pages);
    await wholeArticle(part(1), read);
    expect(asked).toHaveLength(requests);
  });

  it('does not leave the host', async () => {
    const { asked, read } = library([]);
    await wholeArticle(part(1, { nextPage: 'https://other.example/ferry_2.html' }), read);
    expect(asked).toEqual([]);
  });

  it('reads the AMP edition of a page that shows no text, unless somebody asks for money', async () => {
    const ampLink = 'https://amp.bay.example/ferry';
    const { read } = library([aPage({ url: ampLink, text: 'word '.repeat(200) })]);
    expect((await wholeArticle(aPage({ text: 'Loading', ampLink }), read)).text).toContain('word');
    const paid = await wholeArticle(aPage({ text: 'Subscribe', ampLink, paywalled: true }), read);
    expect(paid.text).toBe('Subscribe');
    const away = await wholeArticle(aPage({ text: 'Loading', ampLink: 'https://amp.other.example/ferry' }), read);
    expect(away.text).toBe('Loading');
  });
});
