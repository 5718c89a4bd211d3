import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlText } from './html-text.js';
import { sanitizeHtml } from './sanitize-html.js';

describe('sanitizeHtml', () => {
  it.each([
    ['<p class=x onclick="a()" style="color:red">Hi <script>alert(1)</script><b>you</b></p>', '<p>Hi <b>you</b></p>'],
    ['<img src=x onerror=alert(1)>', '<img src="https://site.test/x">'],
    ['<a href="java&#10;script:alert(1)">a</a>', '<a>a</a>'],
    ['<a href=" \u0001javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x">a</a><img src="data:image/png;base64,AA">', '<a>a</a><img>'],
    ['<svg><a xlink:href="javascript:x"><circle/></a>text</svg>', '<a></a>text'],
    ['<math><mtext><style><img src=x onerror=a()></style></mtext></math>', ''],
    ['<iframe src="https://e.test"> <b>fallback</b></iframe>', 'fallback'],
    ['<form action="/x"><input name=a>Text</form>', 'Text'],
    ['1 < 2 && 3 > 2', '1 &lt; 2 &amp;&amp; 3 &gt; 2'],
    ['<p>unclosed <i>both', '<p>unclosed <i>both</i></p>'],
    [
      '<a href="/rel?a=1&amp;b=2" title=\'"q"\'>x</a>',
      '<a href="https://site.test/rel?a=1&amp;b=2" title="&quot;q&quot;">x</a>',
    ],
  ])('%s', (html, expected) => {
    expect(sanitizeHtml(html, 'https://site.test/')).toBe(expected);
  });

  it('lets only listed tags and attributes through, whatever comes in', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '=',
      ' ',
      '/',
      '<script',
      '<img src=x onerror',
      '</p>',
      '<p>',
      '<svg/onload=a',
      '<a href=javascript:a',
      '<!--',
      '-->',
      '<![CDATA[',
      '&lt;',
      '`',
      '<style>',
      '</style>',
      '<title>',
      '<textarea>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 25 }), (parts) => {
        const clean = sanitizeHtml(parts.join(''));
        for (const tag of clean.match(/<[^>]*>/g) ?? [])
          expect(tag).toMatch(/^<\/?(?:p|a|img)(?: (?:href|src|alt|title)="[^"<>]*")*>$/);
        expect(clean.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});

describe('htmlText', () => {
  it('keeps words and lines, drops code', () => {
    expect(htmlText('<h1>标题</h1><p>One&nbsp;two<br>three</p><script>x()</script><ul><li>a<li>b</ul>')).toBe(
      '标题\nOne two\nthree\na\nb',
    );
  });
});
