import { Inject, Injectable } from '@nestjs/common';
import { CatalogueService } from '@timbre/catalogue';
import { CollectionTracer, type CollectionTrace, traceStep } from '@timbre/collection';
import { type MissingQuery, type MissingTrace, type TraceStep, traceStation } from '@timbre/contracts';
import { articleIdentity } from '../identity/article-identity.js';
import { TOPIC_TESTERS, type TopicTesters } from '../queries/preview/topic-tester.port.js';
import { type NameLanguage, targetNames } from '../queries/targets/target-names.js';
import { type MissedArticle, MissingArticleRepository } from './missing-article.repository.js';
import { storedSteps } from './stored-steps.js';
import { matchingSteps, type NamedTopic, type Words } from './matching-steps.js';

/** Stations are listed in the order in which an article passes them. */
const order = traceStation.options;
const mostTargets = 12;

/** Answers why an article is not in the coverage, or not where it is looked for. */
@Injectable()
export class MissingArticleService {
  constructor(
    private readonly tracer: CollectionTracer,
    private readonly articles: MissingArticleRepository,
    private readonly catalogues: CatalogueService,
    @Inject(TOPIC_TESTERS) private readonly testers: TopicTesters,
  ) {}

  async trace(
    { url, topic }: MissingQuery,
    language: NameLanguage,
    now: Date,
    signal: AbortSignal,
  ): Promise<MissingTrace> {
    const collected = await this.tracer.trace(url, now, signal);
    let steps = [...collected.steps];
    if (collected.canonical !== null) {
      const article = await this.articles.find(identities(collected));
      if (article !== null) steps = steps.map(behindIt);
      steps.push(...(article === null ? await this.unstored(collected) : storedSteps(article)));
      steps.push(...(await this.matching(article, collected, topic, language)));
    }
    return {
      url,
      canonical: collected.canonical,
      steps: steps.sort((a, b) => order.indexOf(a.station) - order.indexOf(b.station)),
    };
  }

  private async unstored({ page }: CollectionTrace): Promise<TraceStep[]> {
    const steps = [traceStep('stored', 'note', 'stored.no')];
    if (page === null || page.published === null) return steps;
    const { contentId } = articleIdentity({ title: page.title ?? '', text: page.text });
    const copy = await this.articles.copyOf(contentId, page.published);
    if (copy !== null)
      steps.push(
        traceStep('duplicate', 'note', 'duplicate.same_text', { title: copy.title }, [
          { kind: 'article', id: copy.id, name: copy.title },
        ]),
      );
    return steps;
  }

  /** What the stored article mentions; of one that is not stored, which topics its page would match. */
  private async matching(
    article: MissedArticle | null,
    { page }: CollectionTrace,
    topic: string | undefined,
    language: NameLanguage,
  ): Promise<TraceStep[]> {
    const { catalogue } = await this.catalogues.current();
    const names = targetNames(catalogue, language);
    const steps: TraceStep[] = [];
    if (article?.state === 'read') {
      const targets = await this.articles.targets(article.id, article.published);
      const links = targets.slice(0, mostTargets).map((target) => ({
        kind: target.startsWith('topic:') ? ('topic' as const) : ('entity' as const),
        id: target,
        name: names.nameOf(target as `topic:${string}`),
      }));
      steps.push(
        targets.length === 0
          ? traceStep('matching', 'problem', 'matching.nothing')
          : traceStep('matching', 'ok', 'matching.targets', { count: targets.length }, links),
      );
    }
    const words = article === null ? wordsOf(page) : await this.articles.words(article.id);
    const asked: NamedTopic[] = catalogue.topics
      .filter(({ id }) => (topic === undefined ? article === null : id === topic || `topic:${id}` === topic))
      .map(({ id, query, names: said }) => ({ id, query, name: language === 'zh' ? (said.zh ?? said.en) : said.en }));
    if (words === null || words.text === '') return steps;
    const test = (query: string, { text, title }: Words) => this.testers.testerFor(query, catalogue)(text, title).match;
    return [...steps, ...matchingSteps(asked, words, test, topic !== undefined)];
  }
}

/** What stands in the way of collecting an article does not keep one away that is stored. */
function behindIt(step: TraceStep): TraceStep {
  return step.verdict === 'problem' ? { ...step, verdict: 'note' } : step;
}

/** A page may name another address of its own than the one it was found under. */
function identities({ canonical, declared }: CollectionTrace): string[] {
  return [canonical, declared].flatMap((address) =>
    address === null ? [] : [articleIdentity({ canonicalUrl: address, title: '', text: '' }).id],
  );
}

function wordsOf(page: CollectionTrace['page']): Words | null {
  return page === null ? null : { title: page.title ?? '', text: page.text };
}
