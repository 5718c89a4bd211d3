import { describe, expect, it } from 'vitest';
import { toCsv } from './to-csv.js';

describe('toCsv', () => {
  it('quotes, keeps numbers bare and defuses formulas', () => {
    const csv = toCsv({
      columns: [
        { key: 'name', title: 'Name', numeric: false },
        { key: 'net', title: 'Net, "weighted"', numeric: true },
      ],
      rows: [
        ['=HYPERLINK("x")', -0.5],
        ['一,二', null],
        ['two\nlines', Number.NaN],
        [' ＝1+1', 0],
      ],
    });
    expect(csv).toBe(
      '\uFEFFName,"Net, ""weighted"""\r\n"\'=HYPERLINK(""x"")",-0.5\r\n"一,二",\r\n"two\nlines",\r\n\' ＝1+1,0\r\n',
    );
  });
});
