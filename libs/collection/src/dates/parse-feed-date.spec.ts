import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeedDate } from './parse-feed-date.js';

const now = new Date('2026-03-10T12:00:00Z');
const iso = (text: string): string | null => parseFeedDate(text)?.toISOString() ?? null;

describe('parseFeedDate', () => {
  it.each([
    ['Tue, 10 Mar 2026 08:30:00 +0800', '2026-03-10T00:30:00.000Z'],
    ['tue,10 mar 26 08:30 EST', '2026-03-10T13:30:00.000Z'],
    ['10 March 2026 8:30 p.m. PDT', '2026-03-11T03:30:00.000Z'],
    ['Tuesday, 10-Mar-26 08:30:00 GMT', '2026-03-10T08:30:00.000Z'],
    ['Tue Mar 10 08:30:00 2026', '2026-03-10T08:30:00.000Z'],
    ['Tue Mar 10 2026 08:30:00 GMT-0500 (Eastern Standard Time)', '2026-03-10T13:30:00.000Z'],
    ['Tue, 10 Mar 2026 08:30:00 Asia/Shanghai', '2026-03-10T00:30:00.000Z'],
    ['Fri, 10 Jul 2026 08:30:00 America/New_York', '2026-07-10T12:30:00.000Z'],
    ['2026-03-10', '2026-03-10T00:00:00.000Z'],
    ['2026-03-10T08:30:00.123456-03:30', '2026-03-10T12:00:00.123Z'],
    ['20260310T083000Z', '2026-03-10T08:30:00.000Z'],
    ['2026-069', '2026-03-10T00:00:00.000Z'],
    ['2026-W11-2', '2026-03-10T00:00:00.000Z'],
    ['2026-03-10 24:00:00', '2026-03-11T00:00:00.000Z'],
    ['1773131400', '2026-03-10T08:30:00.000Z'],
    ['1773131400000', '2026-03-10T08:30:00.000Z'],
    ['2026年3月10日 08:30', '2026-03-10T00:30:00.000Z'],
    ['2026年03月10日 星期二 下午4时05分', '2026-03-10T08:05:00.000Z'],
    ['２０２６年３月１０日', '2026-03-09T16:00:00.000Z'],
    ['2026年3月10日 午後4:05', '2026-03-10T07:05:00.000Z'],
    ['2026년 3월 10일 오전 9:00', '2026-03-10T00:00:00.000Z'],
    ['Di, 10. März 2026, 08:30 Uhr', '2026-03-10T08:30:00.000Z'],
    ['mar. 10 mars 2026 08:30:00 +0100', '2026-03-10T07:30:00.000Z'],
    ['10 de marzo de 2026', '2026-03-10T00:00:00.000Z'],
    ['вт, 10 марта 2026 г. 08:30', '2026-03-10T08:30:00.000Z'],
    ['Τρι, 10 Μαρ 2026 08:30:00 EET', '2026-03-10T06:30:00.000Z'],
    ['2026-március-10T8:30+01:00', '2026-03-10T07:30:00.000Z'],
    ['2026. 3. 10. 08:30', '2026-03-10T08:30:00.000Z'],
    ['25/12/2026', '2026-12-25T00:00:00.000Z'],
    ['12/25/2026', '2026-12-25T00:00:00.000Z'],
    ['Tue, 03/10/2026', '2026-03-10T00:00:00.000Z'],
    ['Sat, 03/10/2026', '2026-10-03T00:00:00.000Z'],
    ['Wed, 10 Mar 2026 08:30:00 GMT', '2026-03-10T08:30:00.000Z'],
    ['10 mars 2026 à 20h49', '2026-03-10T20:49:00.000Z'],
    ['10 de marzo de 2026 a las 8:49 p. m.', '2026-03-10T20:49:00.000Z'],
    ['10 maart 2026 om 08:30', '2026-03-10T08:30:00.000Z'],
    ['10. mars 2026 kl. 08.30', '2026-03-10T08:30:00.000Z'],
    ['Tue, 10 Mar 2026 08:30:00 (PST)', '2026-03-10T16:30:00.000Z'],
    ['Tue, 10 Mar 2026 08:30:00 -0500 (PST)', '2026-03-10T13:30:00.000Z'],
    ['二〇二六年三月十日', '2026-03-09T16:00:00.000Z'],
    ['二〇二六年十二月二十一日', '2026-12-20T16:00:00.000Z'],
    ['令和8年3月10日 08:30', '2026-03-09T23:30:00.000Z'],
    ['民國115年3月10日', '2026-03-09T16:00:00.000Z'],
    ['2026年3月10日(火) 20時49分', '2026-03-10T11:49:00.000Z'],
    ['۲۰۲۶-۰۳-۱۰', '2026-03-10T00:00:00.000Z'],
    ['/Date(1773131400000)/', '2026-03-10T08:30:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each([
    '',
    'soon',
    '03/10/2026',
    '2026-02-30',
    'Mon, 31 Apr 2026 08:00:00 GMT',
    '2026-03-10T25:00:00Z',
    '2026-03-10T08:61:00Z',
    'Tue, 10 Mar 2026 08:30:00 +99:00',
    'Tue, 10 Foo 2026 08:30:00 GMT',
    'Tue, 10 Mar 2026 08:30:00 Mars/Olympus',
    '202603',
    'Tue, 10 Mar 2026 08:30:00 A',
    '3 hours ago',
    'x'.repeat(5000),
  ])('does not guess at %s', (text) => {
    expect(parseFeedDate(text)).toBeNull();
  });

  it('reads relative dates only against a given now', () => {
    expect(parseFeedDate('3小时前', now)).toEqual(new Date('2026-03-10T09:00:00Z'));
    expect(parseFeedDate('20 minutes ago', now)).toEqual(new Date('2026-03-10T11:40:00Z'));
    expect(parseFeedDate('刚刚', now)).toEqual(now);
    expect(parseFeedDate('vor 3 Stunden', now)).toEqual(new Date('2026-03-10T09:00:00Z'));
    expect(parseFeedDate('il y a 2 heures', now)).toEqual(new Date('2026-03-10T10:00:00Z'));
    expect(parseFeedDate('3 часа назад', now)).toEqual(new Date('2026-03-10T09:00:00Z'));
    expect(parseFeedDate('an hour ago', now)).toEqual(new Date('2026-03-10T11:00:00Z'));
    expect(parseFeedDate('昨天 12:30', now)).toEqual(new Date('2026-03-09T04:30:00Z'));
    expect(parseFeedDate('2 months ago', now)).toBeNull();
  });

  it('reads back what the standard formatters write', () => {
    const dates = fc.date({ min: new Date('1971-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const second = new Date(Math.floor(date.getTime() / 1000) * 1000);
        expect(parseFeedDate(second.toUTCString())).toEqual(second);
        expect(parseFeedDate(date.toISOString())).toEqual(date);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseFeedDate(text, now)));
  });
});
