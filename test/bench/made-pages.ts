import { textMaker } from './made-texts.js';

const link = (text: string, index: number): string => `<li><a href="/section/${index}">${text}</a></li>`;

/** A page as a newspaper serves it: menus, data, an article among its furniture, comments, a footer. */
function madePage(index: number): string {
  const texts = textMaker(3000 + index);
  const title = texts.words(9).slice(0, 70);
  const published = new Date(Date.UTC(2026, 2, 1 + (index % 28), 8)).toISOString();
  const chinese = index % 4 === 3;
  const paragraph = (): string => `<p>${chinese ? texts.han(140) : texts.words(60)}</p>`;
  const paragraphs = Array.from({ length: 14 }, (_, at) =>
    at % 5 === 4 ? `<figure><img src="/i/${at}.jpg"><figcaption>${texts.words(8)}</figcaption></figure>` : paragraph(),
  );
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: published,
    author: [{ '@type': 'Person', name: 'Ann Sailor' }],
  });
  return `<!doctype html><html lang="${chinese ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${title} | Bay Herald</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="Bay Herald">
<meta property="article:published_time" content="${published}"><script type="application/ld+json">${data}</script>
<script>${`window.track = function (a, b) { return a + b; };\n`.repeat(200)}</script>
<style>${`.column-${index} { margin: 0 auto; }\n`.repeat(100)}</style></head><body>
<header><nav><ul>${Array.from({ length: 60 }, (_, at) => link(texts.words(2), at)).join('')}</ul></nav></header>
<main class="layout"><article class="story"><h1>${title}</h1>
<div class="byline">By Ann Sailor <time datetime="${published}">${published.slice(0, 10)}</time></div>
<div class="share-bar"><a href="#">Share</a> <a href="#">Send</a></div>
<div class="story-body">${paragraphs.join('\n')}<aside class="related"><ul>${Array.from({ length: 6 }, (_, at) => link(texts.words(8), at)).join('')}</ul></aside>
${paragraph()}</div></article>
<section class="sidebar">${Array.from({ length: 12 }, (_, at) => `<div class="teaser"><h3><a href="/t/${at}">${texts.words(8)}</a></h3><p>${texts.words(18)}</p></div>`).join('')}</section>
<section class="comments">${Array.from({ length: 15 }, () => `<div class="comment"><b>Bo</b><p>${texts.words(30)}</p></div>`).join('')}</section></main>
<footer><ul>${Array.from({ length: 40 }, (_, at) => link(texts.words(2), at)).join('')}</ul><p>© 2026 Bay Herald</p></footer></body></html>`;
}

/** Pages of newspapers, every fourth in Chinese. */
export const madePages = (count: number): string[] => Array.from({ length: count }, (_, index) => madePage(index));
