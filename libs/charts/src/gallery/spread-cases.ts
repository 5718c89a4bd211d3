import { draw, type Drawing } from '../drawing/draw.js';
import { storySpread } from '../story-spread/story-spread.js';
import { seeded } from './seeded.js';

const begin = Date.parse('2024-05-01T06:30:00Z');

function spread(prints: number, minutes: number, scored = true): Drawing {
  const random = seeded(prints);
  return draw(storySpread, {
    prints: Array.from({ length: prints }, (_, index) => ({
      articleId: `a${index}`,
      sourceName: index % 2 ? `Harbour Post ${index}` : `港城晚报第${index}版科技与财经观察以及一切相关的深度报道`,
      published: new Date(begin + index * minutes * 60_000).toISOString(),
      lead: index === 0,
      score: scored ? random() * 1.2 - 0.4 : null,
      label: null,
    })),
  });
}

/** Stories under strain. */
export function spreadCases(): Record<string, () => Drawing> {
  return {
    'story · two days over forty sources': () => spread(40, 71),
    'story · one print': () => spread(1, 0),
    'story · all at once, nothing scored': () => spread(12, 0, false),
    'story · empty': () => spread(0, 0),
  };
}
