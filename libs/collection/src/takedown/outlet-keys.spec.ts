import { expect, it } from 'vitest';
import { outletKey, outletKeys, takedownKeys } from './outlet-keys.js';

it('recognises an outlet in any case, width and spacing', () => {
  expect(outletKey('  The\u3000 PAPER ')).toBe(outletKey('Ｔｈｅ paper'));
  expect(outletKey('The Paper')).not.toBe(outletKey('ThePaper'));
});

it('knows a host by its domain, and a blog on a shared host by itself', () => {
  expect(outletKeys('News.Paper.com')).toEqual(['news.paper.com', 'paper.com']);
  expect(outletKeys('one.blogspot.com')).toEqual(['one.blogspot.com']);
  expect(outletKeys('青报')).toEqual(['青报']);
});

it('takes down the domains that only the outlet has', () => {
  const sources = [
    { outlet: 'PAPER', url: 'https://www.paper.com/feed' },
    { outlet: 'Paper', url: 'https://feeds.shared.com/paper' },
    { outlet: 'Other', url: 'https://feeds.shared.com/other' },
    { outlet: 'Paper', url: null },
  ];
  expect(takedownKeys('paper', sources)).toEqual(['paper', 'paper.com']);
});
