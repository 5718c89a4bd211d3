import { articlesOf } from './analysis-texts.js';

/** An article as an import file has it. */
export interface ArticleLine {
  url: string;
  title: string;
  text: string;
  published: string;
}

/** Chinese articles of 1,500 characters and as many English ones of 3,000, over half a year. */
export function articleLines(count: number): ArticleLine[] {
  const half = Math.ceil(count / 2);
  const texts = [articlesOf('zh', half, 1_500), articlesOf('en', half, 3_000)];
  return Array.from({ length: count }, (_, index) => {
    const text = texts[index % 2]?.[Math.floor(index / 2)] ?? '';
    return {
      url: `https://outlet${index % 40}.example/${index}`,
      title: text.slice(0, 60).replaceAll('\n', ' '),
      text,
      published: new Date(Date.UTC(2026, 0, 1) + (index % 4_320) * 3_600_000).toISOString(),
    };
  });
}
