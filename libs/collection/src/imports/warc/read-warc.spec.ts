import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ImportedLine } from '../read-import.js';
import { readWarc } from './read-warc.js';

const paragraph =
  'The regulator said on Tuesday that it would publish the rules for models next spring, after a year of talks. ';
const html = (title: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${`<p>${paragraph}</p>`.repeat(5)}</article></body></html>`;

function warcRecord(type: string, url: string, block: Buffer, version = '1.0', date = '2026-02-03T04:05:06Z'): Buffer {
  const head = `WARC/${version}\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${version === '1.0' ? `<${url}>` : url}\r\nWARC-Date: ${date}\r\nContent-Type: application/http;\r\n msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]);
}
function answer(body: Buffer | string, headers: Record<string, string> = {}, status = 200): Buffer {
  const lines = Object.entries({ 'Content-Type': 'text/html; charset=utf-8', ...headers }).map(
    ([n, v]) => `${n}: ${v}\r\n`,
  );
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} OK\r\n${lines.join('')}\r\n`), Buffer.from(body)]);
}
const page = (name: string, title = `Title ${name}`, head = '') =>
  warcRecord('response', `https://www.paper.test/${name}`, answer(html(title, head)));

/** The archive cut into pieces of a size, as streams cut. */
async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
async function read(bytes: Buffer, after = 0, size = 1000): Promise<ImportedLine[]> {
  const lines: ImportedLine[] = [];
  for await (const line of readWarc(pieces(bytes, size), after)) lines.push(line);
  return lines;
}
const titles = (lines: readonly ImportedLine[]) =>
  lines.map((line) => ('row' in line ? line.row.title : line.problem.code));

describe('readWarc', () => {
  const info = warcRecord('warcinfo', 'https://x.test/', Buffer.from('software: test\r\n'));
  const request = warcRecord('request', 'https://www.paper.test/a', Buffer.from('GET /a HTTP/1.1\r\n\r\n'));
  const archive = [
    info,
    request,
    page('a'),
    page('b'),
    warcRecord('response', 'https://www.paper.test/i.png', answer('x', { 'Content-Type': 'image/png' })),
  ];

  it.each([1, 7, 1000, 1_000_000])('reads the articles of a plain file in pieces of %i bytes', async (size) => {
    const lines = await read(Buffer.concat(archive), 0, size);
    expect(titles(lines)).toEqual(['Title a', 'Title b']);
    expect(lines[0]).toMatchObject({
      line: 3,
      row: {
        url: 'https://www.paper.test/a',
        outlet: 'paper.test',
        lang: 'en',
        crawled: new Date('2026-02-03T04:05:06Z'),
      },
    });
  });

  it.each([7, 1000, 1_000_000])('reads files packed record by record in pieces of %i bytes', async (size) => {
    const lines = await read(Buffer.concat(archive.map((part) => gzipSync(part))), 0, size);
    expect(titles(lines)).toEqual(['Title a', 'Title b']);
  });

  it('goes on after the record where it stopped', async () => {
    expect(titles(await read(Buffer.concat(archive), 3))).toEqual(['Title b']);
  });

  it('reads version 1.1, bodies in chunks and packed ones, also where they are stored unpacked', async () => {
    const body = Buffer.from(html('Packed'));
    const half = 100;
    const chunked = Buffer.concat([
      Buffer.from(`${half.toString(16)};x=1\r\n`),
      body.subarray(0, half),
      Buffer.from(`\r\n${(body.length - half).toString(16)}\r\n`),
      body.subarray(half),
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    const record = (block: Buffer) =>
      warcRecord('response', 'https://www.paper.test/p', block, '1.1', '2026-02-03T04:05:06.789Z');
    const lines = await read(
      Buffer.concat([
        record(answer(chunked, { 'Transfer-Encoding': 'chunked' })),
        record(answer(gzipSync(body), { 'Content-Encoding': 'gzip' })),
        record(answer(brotliCompressSync(body), { 'Content-Encoding': 'br' })),
        record(answer(body, { 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' })),
      ]),
    );
    expect(titles(lines)).toEqual(['Packed', 'Packed', 'Packed', 'Packed']);
  });

  it('takes the date that the page tells before that of the crawl', async () => {
    const dated = page('d', 'Dated', '<meta property="article:published_time" content="2026-01-05T10:00:00Z">');
    const [line] = await read(dated);
    expect(line).toMatchObject({ row: { published: '2026-01-05T10:00:00.000Z' } });
  });

  it('passes over errors and front pages, and tells pages without words', async () => {
    const lines = await read(
      Buffer.concat([
        warcRecord('response', 'https://www.paper.test/gone', answer(html('Gone'), {}, 404)),
        warcRecord('response', 'https://www.paper.test/', answer(html('Front'))),
        warcRecord('response', 'https://www.paper.test/empty', answer('<html><body><p>Menu</p></body></html>')),
      ]),
    );
    expect(titles(lines)).toEqual(['warc.no_text']);
  });

  it('says where a file is damaged and reads on', async () => {
    const broken = Buffer.concat([page('a'), Buffer.from('garbage\r\nmore of it\r\n'), page('b')]);
    expect(titles(await read(broken))).toEqual(['Title a', 'warc.damaged', 'Title b']);
    const cut = Buffer.concat([page('a'), page('b')]);
    expect(titles(await read(cut.subarray(0, cut.length - 300)))).toEqual(['Title a', 'warc.damaged']);
    const packed = Buffer.concat([gzipSync(page('a')), gzipSync(page('b'))]);
    packed.fill(0xff, packed.length - 60, packed.length - 20);
    expect(titles(await read(packed)).at(-1)).toBe('warc.damaged');
    const huge = Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.test/x\r\nContent-Length: 99999999999\r\n\r\nabc`,
    );
    expect(titles(await read(huge))).toEqual(['warc.damaged']);
  });

  it('gives up a page that breaks the extractor, and reads on', async () => {
    const deep = answer(`<html><body>${'<div>'.repeat(200_000)}x`);
    const lines = await read(Buffer.concat([warcRecord('response', 'https://www.paper.test/deep', deep), page('a')]));
    expect(titles(lines).at(-1)).toBe('Title a');
    expect(titles(lines)[0]).toMatch(/^warc\./);
  });

  it('survives a body that unpacks to far more than it is', async () => {
    const bomb = gzipSync(Buffer.alloc(40_000_000));
    const record = warcRecord('response', 'https://www.paper.test/bomb', answer(bomb, { 'Content-Encoding': 'gzip' }));
    expect(titles(await read(Buffer.concat([record, page('a')])))).toEqual(['warc.no_text', 'Title a']);
  });
});
