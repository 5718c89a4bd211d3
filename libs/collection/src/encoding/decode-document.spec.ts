import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from './decode-document.js';
import { SENTENCES } from './fixtures/sentences.js';

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));
const wrap = (head: string, body: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`<html><head>${head}</head><body><p>`), body, Buffer.from('</p></body></html>')]);
const sentence = (encoding: string) => SENTENCES.find((entry) => entry.encoding === encoding)!;

describe('decodeDocument', () => {
  it.each(SENTENCES)('tells $encoding by the bytes alone', ({ text, base64 }) => {
    expect(decodeDocument(wrap('', bytesOf(base64)), { kind: 'html' }).text).toContain(text);
  });

  it.each(SENTENCES)('believes a right declaration of $encoding in meta', ({ encoding, text, base64 }) => {
    const head = `<meta http-equiv="Content-Type" content="text/html; charset=${encoding}">`;
    expect(decodeDocument(wrap(head, bytesOf(base64)), { kind: 'html' }).text).toContain(text);
  });

  it.each(SENTENCES.filter(({ encoding }) => /gb|big5|jis|jp|kr/.test(encoding)))(
    'overrules a server that calls $encoding latin-1',
    ({ text, base64 }) => {
      const decoded = decodeDocument(wrap('', bytesOf(base64)), {
        kind: 'html',
        contentType: 'text/html; charset=ISO-8859-1',
      });
      expect(decoded.text).toContain(text);
    },
  );

  it('reads the quotes and dashes of windows-1252', () => {
    const page = Buffer.from([0x3c, 0x70, 0x3e, 0x93, 0x61, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35]);
    const decoded = decodeDocument(page, { kind: 'html', contentType: 'text/html; charset=iso-8859-1' });
    expect(decoded).toMatchObject({ encoding: 'windows-1252', text: '<p>“a” – €5' });
  });

  it.each([
    ['French', 'windows-1252', 'un \xe9t\xe9 \xe0 Qu\xe9bec: d\xe9j\xe0 vu', 'un été à Québec: déjà vu'],
    [
      'Turkish',
      'windows-1254',
      'hatt\xfd Haziran ay\xfdnda a\xe7\xfdl\xfdyor, B\xfcy\xfck\xfeehir',
      'hattı Haziran ayında açılıyor, Büyükşehir',
    ],
    ['Russian', 'windows-1251', '\xcd\xee\xe2\xfb\xe9 \xef\xe0\xf0\xee\xec', 'Новый паром'],
  ])('tells a short line of %s', (_, encoding, bytes, text) => {
    expect(decodeDocument(Buffer.from(bytes, 'latin1'), { kind: 'html' })).toMatchObject({ encoding, text });
  });

  it('believes the transport before a wrong meta', () => {
    const { text, base64 } = sentence('gb18030');
    const page = wrap('<meta charset="big5">', bytesOf(base64));
    expect(decodeDocument(page, { kind: 'html', contentType: "text/html; charset='GB2312'" })).toMatchObject({
      encoding: 'gbk',
      text: expect.stringContaining(text) as string,
    });
  });

  it('reads UTF-8 as UTF-8 whatever is declared', () => {
    const page = Buffer.from('<meta charset="gb2312"><p>昨天发布了新的模型</p>');
    expect(decodeDocument(page, { kind: 'html' })).toMatchObject({ encoding: 'utf-8', confidence: 1 });
  });

  it('keeps slightly damaged UTF-8', () => {
    const page = Buffer.concat([
      Buffer.from('<p>昨天发布了新的模型，今天继续'),
      Buffer.from([0xe6, 0x3c]),
      Buffer.from('/p>'),
    ]);
    expect(decodeDocument(page, { kind: 'html' }).encoding).toBe('utf-8');
  });

  it.each([
    ['utf-16le', (text: string) => Buffer.from(text, 'utf16le')],
    ['utf-16be', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    ['utf-32le', (text: string) => Buffer.from(Uint32Array.from([...text], (c) => c.codePointAt(0)!).buffer)],
    ['utf-32be', (text: string) => Buffer.from(Uint32Array.from([...text], (c) => c.codePointAt(0)!).buffer).swap32()],
  ])('tells %s with and without a byte order mark', (encoding, encode) => {
    const text = '<?xml version="1.0"?><rss><channel><title>模型 𝄞</title></channel></rss>';
    for (const mark of ['', '\ufeff']) {
      const decoded = decodeDocument(encode(mark + text), { kind: 'xml' });
      expect(decoded).toEqual({ encoding, text, confidence: 1 });
    }
  });

  it('takes plain ASCII by its declaration, else by the kind', () => {
    const ascii = (text: string) => Buffer.from(text);
    expect(decodeDocument(ascii('<rss/>'), { kind: 'xml' }).encoding).toBe('utf-8');
    expect(decodeDocument(ascii('<p>x'), { kind: 'html' }).encoding).toBe('windows-1252');
    expect(decodeDocument(ascii('<?xml version="1.0" encoding="gb2312"?><rss/>'), { kind: 'xml' }).encoding).toBe(
      'gbk',
    );
    expect(decodeDocument(ascii('<?xml version="1.0" encoding="utf-16"?><rss/>'), { kind: 'xml' }).encoding).toBe(
      'utf-8',
    );
  });

  it('answers any bytes under any header', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, contentType) => {
        const { text, encoding, confidence } = decodeDocument(bytes, { kind: 'html', contentType });
        expect(typeof text).toBe('string');
        expect(encoding).toMatch(/^[a-z0-9_-]+$/);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });
});
