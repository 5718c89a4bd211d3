import type { Quote } from '@timbre/contracts';
import type { AnnotatedDocument } from '../document/annotated-document.js';
import { findAttributions } from './attributions.js';
import type { ReportingVerbs } from './reporting-verb.js';

/**
 * What is said in a text and by whom, in its order: direct, indirect and split speech, headlines, sources.
 * `targets` stays empty; the caller scores what stands between `from` and `to` as the speaker's opinion.
 */
export function extractQuotes(document: AnnotatedDocument, verbs?: ReportingVerbs): Quote[] {
  return findAttributions(document, verbs)
    .filter((item) => item.reportsSpeech)
    .map(({ from, to, speaker, speakerEntity, text, direct, stance, verb }) => ({
      from,
      to,
      speaker,
      ...(speakerEntity ? { speakerEntity } : {}),
      text,
      direct,
      ...(stance ? { stance } : {}),
      ...(verb ? { verb } : {}),
      targets: [],
    }));
}
