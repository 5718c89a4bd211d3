import type { AnnotatedDocument } from '../document/annotated-document.js';
import type { Attribution, RawAttribution, SpeakerPhrase } from './attribution.js';
import { englishAttributions } from './en-attributions.js';
import { loadReportingVerbs } from './load-reporting-verbs.js';
import { framedParagraphs, type FramedParagraph } from './paragraph-mask.js';
import type { ReportingVerbs } from './reporting-verb.js';
import { NameIndex, tidyName } from './name-index.js';
import { SpeakerMemory } from './speaker-memory.js';
import { chineseAttributions } from './zh-attributions.js';

export type { Attribution } from './attribution.js';

// Quotes and forecasts read the same attributions of one document; they are found once.
const found = new WeakMap<AnnotatedDocument, { verbs: ReportingVerbs; attributions: Attribution[] }>();
const indexes = new WeakMap<AnnotatedDocument, NameIndex>();

/** Who says or holds what, in the order of the text, each speaker by the fullest name that the text gives. */
export function findAttributions(
  document: AnnotatedDocument,
  verbs: ReportingVerbs = loadReportingVerbs(),
): Attribution[] {
  const { text } = document;
  const known = found.get(document);
  if (known?.verbs === verbs) return known.attributions;
  const names = nameIndexOf(document);
  const memory = new SpeakerMemory(names);
  const attributions: Attribution[] = [];
  for (const paragraph of framedParagraphs(text)) {
    const raw = isChinese(text, paragraph)
      ? chineseAttributions(text, paragraph, verbs, names)
      : englishAttributions(text, paragraph, verbs);
    for (const item of raw) {
      const attribution = named(item, text, memory);
      // A speaker whose words are not given (denied the claims) is only remembered.
      if (item.to > item.from) attributions.push(attribution);
    }
    if (raw.length === 0) memory.endParagraph();
  }
  found.set(document, { verbs, attributions });
  return attributions;
}

/** The names of a document, collected once. */
export function nameIndexOf(document: AnnotatedDocument): NameIndex {
  let names = indexes.get(document);
  if (!names) indexes.set(document, (names = new NameIndex(document)));
  return names;
}

function named(raw: RawAttribution, text: string, memory: SpeakerMemory): Attribution {
  const { speaker: phrase, ...item } = raw;
  const speaker = memory.resolve(phrase && unfolded(phrase, text), raw.from);
  return {
    ...item,
    speaker: speaker?.name ?? null,
    ...(speaker?.entityId ? { speakerEntity: speaker.entityId } : {}),
    text: text.slice(raw.from, raw.to),
  };
}

/** Frames are folded to simplified characters; names are given as the text writes them. */
function unfolded(phrase: SpeakerPhrase, text: string): SpeakerPhrase {
  if (phrase.kind === 'pronoun') return phrase;
  const written = tidyName(text.slice(phrase.from, phrase.to));
  return written.length === phrase.name.length ? { ...phrase, name: written } : phrase;
}

/** A paragraph is read in the language of most of its letters. */
function isChinese(text: string, paragraph: FramedParagraph): boolean {
  let han = 0;
  let latin = 0;
  const end = Math.min(paragraph.to, paragraph.from + 600);
  for (let i = paragraph.from; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff) han += 1;
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) latin += 1;
  }
  return han * 4 > latin;
}
