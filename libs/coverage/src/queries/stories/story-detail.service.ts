import { Injectable } from '@nestjs/common';
import type { StoryDetail, TargetRef } from '@timbre/contracts';
import { NotFoundError } from '@timbre/platform';
import { z } from 'zod';
import { scoreScale } from '../../rollups/contribution.js';
import { labelOfSign } from '../articles/present-article.js';
import { Measures } from '../measures/measures.service.js';
import type { TargetNames } from '../targets/target-names.js';
import { StoryDetailRepository } from './story-detail.repository.js';

const mostPrints = 500;

/** Shows where one text went, print by print. */
@Injectable()
export class StoryDetailService {
  constructor(
    private readonly repository: StoryDetailRepository,
    private readonly measures: Measures,
  ) {}

  /** @throws NotFoundError */
  async detail(id: string, target: TargetRef, names: TargetNames): Promise<StoryDetail> {
    const known = z.uuid().safeParse(id).success;
    const [stored, sources] = await Promise.all([
      known ? this.repository.prints(id, target, mostPrints) : [],
      this.measures.sources(),
    ]);
    const lead = stored.find((print) => print.lead) ?? stored[0];
    if (lead === undefined) throw new NotFoundError('story', id);
    const facts = new Map(sources.map((source) => [source.id, source]));
    const prints = stored.map(({ sourceId, published, score, label, ...print }) => ({
      ...print,
      sourceName: facts.get(sourceId)?.name ?? sourceId,
      outlet: facts.get(sourceId)?.outlet ?? sourceId,
      published: published.toISOString(),
      score: score === null ? null : score / scoreScale,
      label: label === null ? null : labelOfSign(label),
    }));
    return {
      id,
      articleId: lead.articleId,
      title: lead.title,
      lang: lead.lang,
      target,
      targetName: names.nameOf(target),
      articles: prints.length,
      outlets: new Set(
        stored.map(({ sourceId }) => facts.get(sourceId)?.family ?? facts.get(sourceId)?.outlet ?? sourceId),
      ).size,
      sample: facts.get(lead.sourceId)?.sample ?? false,
      prints,
    };
  }
}
