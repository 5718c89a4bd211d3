import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { DrawnReport } from '../../drawn/drawn-report.js';
import { reportDocx } from './report-docx.js';

const hostile = '<w:p/> & "AI" =1+1 \0 \uD800 净情感 𠮷 مرحبا 🚀';
const report = (name = hostile): DrawnReport => ({
  name,
  locale: 'zh-CN',
  cover: [{ name: '时区', value: 'Asia/Shanghai' }],
  made: new Date('2026-11-02T08:00:00Z'),
  dataHash: 'ab12',
  empty: false,
  sample: true,
  tz: 'Asia/Shanghai',
  notes: [{ title: hostile, sourceName: 'Harbour Post', url: 'https://example.org/?a=1&b=2', published: '2 Nov' }],
  blocks: [
    {
      id: 'a',
      title: '要点',
      part: {
        kind: 'sentences',
        sentences: [[{ text: hostile, href: 'https://timbre.example.org/articles?a=1&b=2' }]],
      },
    },
    {
      id: 'b',
      title: null,
      part: {
        kind: 'markdown',
        markdown:
          '# Head\n\n1. one\n2. two\n   - inner **bold**\n\n> quoted [link](https://example.org/x)\n\n---\n\n`code`',
      },
    },
    {
      id: 'c',
      title: 'Figure',
      part: {
        kind: 'figure',
        svg: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>',
        width: 40,
        height: 20,
        describe: 'A bar.',
        foot: 'n = 3',
        table: { columns: [], rows: [] },
      },
    },
    {
      id: 'd',
      title: 'Items',
      part: { kind: 'items', items: [{ heading: hostile, about: 'x', words: 'y', note: 1 }], foot: '' },
    },
  ],
});

const partOf = (docx: Buffer, path: string): string => strFromU8(unzipSync(docx)[path] ?? new Uint8Array());

it('keeps words as editable words, pictures as pictures, and links whole', async () => {
  const docx = await reportDocx(report());
  const document = partOf(docx, 'word/document.xml');
  expect(document).toContain('&lt;w:p/&gt; &amp; &quot;AI&quot; =1+1  \uFFFD 净情感 𠮷 مرحبا 🚀');
  const names = [...document.matchAll(/r:(?:id|embed)="([^"]+)"/g)].map(([, name]) => name);
  const relationships = partOf(docx, 'word/_rels/document.xml.rels');
  expect(names.length).toBeGreaterThan(2);
  for (const name of names) expect(relationships).toContain(`Id="${name}"`);
  expect(Object.keys(unzipSync(docx)).filter((path) => path.endsWith('.png')).length).toBe(1);
});

it('is the same bytes for the same report, and others for another', async () => {
  const first = await reportDocx(report());
  expect((await reportDocx(report())).equals(first)).toBe(true);
  expect((await reportDocx(report('Another'))).equals(first)).toBe(false);
});
