import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, InvalidUrlError } from './canonical-url.js';

describe('canonicalUrl', () => {
  it.each([
    ['HTTPS://News.Example.COM:443/A/b', 'https://news.example.com/A/b'],
    ['http://user:pass@news.test./x', 'http://news.test/x'],
    ['https://news.test/a?utm_source=x&id=1&UTM_Medium=y&b=2#top', 'https://news.test/a?id=1&b=2'],
    ['https://news.test/a?%3Futm_source=x&amp;fbclid=1&id=1', 'https://news.test/a?id=1'],
    ['https://news.test/a?b=2&a=1&b=1', 'https://news.test/a?b=2&a=1&b=1'],
    ['https://news.test/a?q=%E6%96%B0%20x', 'https://news.test/a?q=%E6%96%B0%20x'],
    ['https://news.test/%7ebob/%e6%96%b0', 'https://news.test/~bob/%E6%96%B0'],
    ['https://例子.测试/新', 'https://xn--fsqu00a.xn--0zwm56d/%E6%96%B0'],
    ['https://app.test/#/story/7', 'https://app.test/#/story/7'],
    ['https://app.test/s#:~:text=word', 'https://app.test/s'],
    ['https://news.test/story/amp/', 'https://news.test/story/'],
    ['https://news.test/story.amp.html?amp=1', 'https://news.test/story.html'],
    ['https://news.test/example', 'https://news.test/example'],
    ['https://www.google.com/amp/s/news.test/story/amp', 'https://news.test/story'],
    ['https://news-test.cdn.ampproject.org/v/s/news.test/story?usqp=1', 'https://news.test/story'],
    ['https://www.google.com/url?sa=t&url=https%3A%2F%2Fnews.test%2Fa%3Fgclid%3D1', 'https://news.test/a'],
    ['https://link.zhihu.com/?target=https%3A//news.test/a', 'https://news.test/a'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.test%2Fa&h=AT0', 'https://news.test/a'],
    ['https://en.m.wikipedia.org/wiki/X', 'https://en.wikipedia.org/wiki/X'],
    ['https://m.unknown.test/a', 'https://m.unknown.test/a'],
    [
      'https://mp.weixin.qq.com/s?__biz=Mz&mid=2&idx=1&sn=ab&chksm=f&scene=27#rd',
      'https://mp.weixin.qq.com/s?__biz=Mz&mid=2&idx=1&sn=ab',
    ],
    ['https://youtu.be/abcdefghijk?si=zz&t=30', 'https://www.youtube.com/watch?v=abcdefghijk&t=30'],
    ['https://gitlab.com/p?ref=main', 'https://gitlab.com/p?ref=main'],
    ['https://news.test/a?ref=home&from=timeline', 'https://news.test/a'],
    ['https://news.test/a?from=2020', 'https://news.test/a?from=2020'],
  ])('%s → %s', (url, expected) => {
    expect(canonicalUrl(url)).toBe(expected);
  });

  it('believes a canonical link only within the site, and not the home page', () => {
    const own = 'https://www.news.test/a?id=1';
    const with_ = (canonicalLink: string) => canonicalUrl(own, { canonicalLink });
    expect(with_('/story/1')).toBe('https://www.news.test/story/1');
    expect(with_('https://news.test/story/1?utm_source=c')).toBe('https://news.test/story/1');
    expect(with_('https://evil.test/story/1')).toBe(own);
    expect(with_('https://www.news.test/')).toBe(own);
    expect(with_('javascript:alert(1)')).toBe(own);
    expect(canonicalUrl('https://alice.github.io/a', { canonicalLink: 'https://bob.github.io/a' })).toBe(
      'https://alice.github.io/a',
    );
  });

  it('resolves relative addresses and refuses what is no web address', () => {
    expect(canonicalUrl('../b?spm=1', { base: 'https://news.test/x/y' })).toBe('https://news.test/b');
    for (const bad of [
      '',
      'news',
      'ftp://news.test/a',
      'javascript:alert(1)',
      'http://',
      `https://news.test/${'a/amp/'.repeat(20_000)}`,
    ]) {
      expect(() => canonicalUrl(bad)).toThrow(InvalidUrlError);
    }
  });

  it('is idempotent', () => {
    const path = fc.array(fc.constantFrom('amp', 'amp/', 'a.amp', 'story', '%7e', '%2e', 'ü', 'x.amp.html'), {
      maxLength: 5,
    });
    const query = fc.array(
      fc.constantFrom('utm_x=1', 'id=2', '%3Futm_y=1', 'ref=a', 'amp', 'q=a%26b', '&', 'from=rss'),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.webUrl(), path, query, fc.constantFrom('', '#x', '#!/a', '#/b'), (url, parts, pairs, hash) => {
        const once = canonicalUrl(`${url.replace(/[?#].*$/, '')}/${parts.join('/')}?${pairs.join('&')}${hash}`);
        expect(canonicalUrl(once)).toBe(once);
      }),
      { numRuns: 40 },
    );
  });
});
