import { traceStep } from '@timbre/collection';
import type { TraceStep } from '@timbre/contracts';
import type { MissedArticle } from './missing-article.repository.js';

/** Languages that the shipped analysis scores. */
const scored = /^(?:zh|en)\b/;

/** What became of an article that is stored: its story, its reading, and what may keep it out of sight. */
export function storedSteps(article: MissedArticle): TraceStep[] {
  const { id, title, storySize, leadId, leadTitle } = article;
  const own: TraceStep['links'] = [{ kind: 'article', id, name: title }];
  const steps = [traceStep('stored', 'ok', 'stored.yes', { title, collected: article.collected.toISOString() }, own)];
  if (storySize > 1 && leadId !== null && leadId !== id) {
    const lead: TraceStep['links'] = [{ kind: 'article', id: leadId, name: leadTitle ?? '' }];
    steps.push(traceStep('duplicate', 'note', 'duplicate.in_story', { articles: storySize, lead: leadTitle }, lead));
  }
  return [...steps, readingStep(article), ...displaySteps(article)];
}

function readingStep({ state, attempts, error, analysisVersion, readAt }: MissedArticle): TraceStep {
  switch (state) {
    case 'read':
      return traceStep('analysis', 'ok', 'analysis.read', {
        version: analysisVersion,
        at: readAt?.toISOString() ?? null,
      });
    case 'waiting':
      return traceStep('analysis', attempts > 1 ? 'problem' : 'note', 'analysis.waiting', { attempts });
    case 'failed':
      return traceStep('analysis', 'problem', 'analysis.failed', { reason: error });
    case 'excluded':
      return traceStep('analysis', 'problem', 'analysis.excluded');
  }
}

function displaySteps({ published, dated, lang, textRemoved }: MissedArticle): TraceStep[] {
  const at = published.toISOString();
  const steps = [
    dated
      ? traceStep('display', 'ok', 'display.date', { at })
      : traceStep('display', 'note', 'display.undated', { at }),
  ];
  if (!scored.test(lang)) steps.push(traceStep('display', 'note', 'display.language', { lang }));
  if (textRemoved) steps.push(traceStep('display', 'note', 'display.text_removed'));
  return steps;
}
