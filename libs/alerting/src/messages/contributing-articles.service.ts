import { Injectable } from '@nestjs/common';
import { type AlertInput, type AlertRuleInput, articleQuery } from '@timbre/contracts';
import { CoverageQueries } from '@timbre/coverage';
import { AlertLinks } from '../links/alert-links.service.js';
import type { MessageArticle } from './alert-message.js';
import { strongestArticles } from './strongest-articles.js';

/** The articles that made a value, with their evidence and links to them. */
@Injectable()
export class ContributingArticles {
  constructor(
    private readonly coverage: CoverageQueries,
    private readonly links: AlertLinks,
  ) {}

  async of(rule: AlertRuleInput, from: Date, to: Date, input: AlertInput | null): Promise<MessageArticle[]> {
    if (rule.series === 'source-health' || rule.series === 'silence') return [];
    const query = articleQuery.parse({
      targets: rule.filter.targets.slice(0, 1),
      sources: rule.filter.sources,
      languages: rule.filter.languages,
      unit: 'stories',
      from: from.toISOString(),
      to: new Date(to.getTime() + 1).toISOString(),
      limit: 200,
    });
    const { items } = await this.coverage.articles(query);
    return strongestArticles(items, rule, input).map(({ id, title, sourceName, published, score, evidence }) => ({
      title,
      source: sourceName,
      published,
      score,
      evidence,
      link: `${this.links.base}/articles/${id}`,
    }));
  }
}
