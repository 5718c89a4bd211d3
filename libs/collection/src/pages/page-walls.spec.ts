import { describe, expect, it } from 'vitest';
import { extractPage } from './extract-page.js';

const prose =
  '<p>The harbour office said on Monday that the new ferry line will open before the summer holidays begin.</p>'.repeat(
    3,
  );
const page = (head: string, body: string) =>
  `<html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`;

describe('paywalled', () => {
  it.each([
    ['JSON-LD', '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>', ''],
    [
      'a word in JSON-LD',
      '<script type="application/ld+json">{"@type":"Article","isAccessibleForFree":"False"}</script>',
      '',
    ],
    ['a meta element', '<meta property="article:content_tier" content="locked">', ''],
    ['microdata', '<meta itemprop="isAccessibleForFree" content="false">', ''],
    ['an English box', '', '<div class="offer"><h3>Subscribe to continue reading</h3></div>'],
    ['a German box', '', '<div><h2>Möchten Sie weiterlesen?</h2><p>Ja. Ich bin Abonnent.</p></div>'],
    ['a French box', '', '<p>Cet article est réservé aux abonnés.</p>'],
    ['a Chinese line', '', '<p>登录后阅读全文</p>'],
  ])('by %s', (_, head, end) => {
    expect(extractPage(page(head, prose + end)).paywalled).toBe(true);
  });

  it.each([
    ['an open article', '', ''],
    [
      'an open article that says so',
      '<script type="application/ld+json">{"@type":"Article","isAccessibleForFree":true}</script>',
      '<p>Subscribe to continue reading</p>',
    ],
    [
      'an article about paywalls',
      '',
      '<p>Already a subscriber? asked nobody, since the paper has none.</p>'.replace('?', ',') + prose,
    ],
  ])('not %s', (_, head, end) => {
    expect(extractPage(page(head, prose + end)).paywalled).toBe(false);
  });
});

describe('walled', () => {
  it.each([
    ['consent', 'Before you continue', 'We use cookies and data to deliver services.'],
    ['a browser check', 'Just a moment...', 'Checking your browser.'],
    ['a refusal', 'Access Denied', 'You do not have permission.'],
    ['consent in German', 'Datenschutz', 'Mit Werbung weiterlesen oder abonnieren.'],
    ['consent in French', 'Bienvenue', 'Continuer sans accepter'],
    ['a Chinese check', '百度安全验证', '请完成下方验证后继续操作'],
  ])('by %s', (_, title, text) => {
    expect(extractPage(page(`<title>${title}</title>`, `<p>${text}</p>`)).walled).toBe(true);
  });

  it('not an article under such a title', () => {
    expect(extractPage(page('<title>Access denied</title>', `<h1>Access denied</h1>${prose.repeat(6)}`)).walled).toBe(
      false,
    );
  });
});
