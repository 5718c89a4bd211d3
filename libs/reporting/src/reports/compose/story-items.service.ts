import { Injectable } from '@nestjs/common';
import { formatCount, formatScore } from '@timbre/charts';
import { ALL_COVERAGE, type ArticleDetail, type CoverageFilter, type TargetRef, targetRefOf } from '@timbre/contracts';
import { CoverageQueries } from '@timbre/coverage';
import type { SourcedItem } from '../drawn/drawn-report.js';
import type { ComposeContext } from './compose-context.js';
import { localDay } from './local-day.js';
import type { UnnumberedItem } from './statement-items.js';

/** Stories that moved a number, with the sentence that weighed most. */
@Injectable()
export class StoryItems {
  constructor(private readonly queries: CoverageQueries) {}

  async of(filter: CoverageFilter, most: number, context: ComposeContext): Promise<SourcedItem[]> {
    const target = filter.targets[0] ?? ALL_COVERAGE;
    const { words, document } = context;
    const stories = await this.queries.contributingStories(target, filter, context.asked, most);
    const items: SourcedItem[] = [];
    for (const story of stories) {
      const article = await this.queries.article(story.articleId);
      items.push({
        heading: story.title,
        about: words.storyAbout(
          story.sourceName,
          localDay(story.published, context),
          formatCount(story.articles, document.locale),
          formatScore(story.score),
        ),
        words: strongestSentence(article, target),
        note: this.note(article, context),
      });
    }
    return items;
  }

  /** Gives items their footnotes; the address of an article is read once. */
  async withUrls(items: readonly UnnumberedItem[], context: ComposeContext): Promise<SourcedItem[]> {
    const known = new Map<string, number>();
    const numbered: SourcedItem[] = [];
    for (const { articleId, ...item } of items) {
      const note = known.get(articleId) ?? this.note(await this.queries.article(articleId), context);
      known.set(articleId, note);
      numbered.push({ ...item, note });
    }
    return numbered;
  }

  private note({ id, title, sourceName, url, published }: ArticleDetail, context: ComposeContext): number {
    return context.notes.number(id, { title, sourceName, url, published: localDay(published, context) });
  }
}

/** The sentence that moved the target's score most; for all coverage, the article's own. */
function strongestSentence(article: ArticleDetail, target: TargetRef): string | null {
  const { reading } = article;
  const read = reading?.targets.find(({ id, kind }) => kind !== 'given' && targetRefOf(kind, id) === target);
  if (reading === null || read === undefined) return article.evidence;
  const strongest = [...read.evidence].sort((left, right) => Math.abs(right.score) - Math.abs(left.score))[0];
  if (strongest === undefined) return article.evidence;
  return reading.text.slice(strongest.from, strongest.to).trim().slice(0, 600).toWellFormed();
}
