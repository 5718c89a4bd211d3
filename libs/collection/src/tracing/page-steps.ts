import type { TraceStep } from '@timbre/contracts';
import type { ExtractedPage } from '../pages/extracted-page.js';
import { traceStep } from './trace-step.js';

/** Texts below this are teasers; the collector then prefers what the feed carries. */
const SHORT = 200;

/** What the page gives when it is read now. */
export function extractionSteps(page: ExtractedPage): TraceStep[] {
  const { text, title, published, lang } = page;
  if (page.walled) return [traceStep('extraction', 'problem', 'extraction.walled')];
  if (text.trim() === '') return [traceStep('extraction', 'problem', 'extraction.empty', { title })];
  const facts = { characters: text.length, title, lang, published: published?.toISOString() ?? null };
  const steps = [
    traceStep(
      'extraction',
      text.length < SHORT ? 'note' : 'ok',
      text.length < SHORT ? 'extraction.short' : 'extraction.text',
      facts,
    ),
  ];
  if (published === null) steps.push(traceStep('extraction', 'note', 'extraction.undated'));
  if (page.paywalled) steps.push(traceStep('extraction', 'note', 'extraction.paywalled'));
  return steps;
}
