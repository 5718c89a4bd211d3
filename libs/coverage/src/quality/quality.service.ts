import { Injectable } from '@nestjs/common';
import { CatalogueService } from '@timbre/catalogue';
import type { QualityResponse } from '@timbre/contracts';
import { type NameLanguage, targetNames } from '../queries/targets/target-names.js';
import { labelQualityBy, labelQualityOf, statementQualityOf } from './quality-of.js';
import { QualityRepository } from './quality.repository.js';

/** How well the analysis does by the judgement of the people who use it. */
@Injectable()
export class QualityService {
  constructor(
    private readonly repository: QualityRepository,
    private readonly catalogue: CatalogueService,
  ) {}

  async quality(language: NameLanguage): Promise<QualityResponse> {
    const [judgements, languages, versions, { catalogue }] = await Promise.all([
      this.repository.judgements(),
      this.repository.languages(),
      this.repository.versions(),
      this.catalogue.current(),
    ]);
    const names = targetNames(catalogue, language);
    const { confusion, ...labels } = labelQualityOf(judgements);
    const byLanguage = labelQualityBy(judgements, ({ lang }) => lang);
    const none = labelQualityOf([]);
    const unjudged = { accuracy: none.accuracy, agreement: none.agreement, kappa: none.kappa };
    const counted = new Map(languages.map(({ lang, articles }) => [lang, articles]));
    for (const lang of byLanguage.keys()) if (!counted.has(lang)) counted.set(lang, 0);
    return {
      labels,
      confusion,
      languages: [...counted].map(([lang, articles]) => ({ lang, articles, ...(byLanguage.get(lang) ?? unjudged) })),
      targets: [...labelQualityBy(judgements, ({ target }) => target)].map(([target, quality]) => ({
        target,
        name: names.nameOf(target),
        ...quality,
      })),
      statements: statementQualityOf(judgements),
      versions,
    };
  }
}
