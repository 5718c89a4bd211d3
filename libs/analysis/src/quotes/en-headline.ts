import type { RawAttribution } from './attribution.js';
import type { Frame } from './en-frames.js';
import { nounPhrase } from './en-speaker.js';
import { MASK, type FramedParagraph } from './paragraph-mask.js';

const HEADLINE = /^\s*([A-Z][^:.!?\u25c7]{1,60}?):\s+(?=\S)/;
const LABEL =
  /^(?:source|photo|image|by|note|update|related|read more|tags?|topics?|correction|editor|file|credit|caption|watch|video|analysis|opinion|exclusive|breaking|review|explainer|live|q|a|question|answer|step \d|example|warning|summary|conclusion|here|this|the (?:problem|answer|result|question|catch)|result|bottom line|verdict|pros|cons|subject|date|price)\b/i;

/** "Huang: AI factories are the new power plants": a headline that gives its words to a speaker. */
export function headlineSpeech(frame: Frame, paragraph: FramedParagraph): RawAttribution | undefined {
  const match = HEADLINE.exec(frame.words);
  const name = match?.[1];
  if (!match || !name || LABEL.test(name) || frame.from !== paragraph.from) return undefined;
  const speaker = nounPhrase(name, frame.from + match[0].indexOf(name));
  if (
    !speaker ||
    speaker.kind === 'pronoun' ||
    (speaker.kind === 'organisation' && /\s/.test(speaker.name) && !/^[A-Z]/.test(speaker.name))
  )
    return undefined;
  const body = frame.words.slice(match[0].length).trim();
  const direct = body.startsWith(MASK) && body.endsWith(MASK);
  const from = frame.from + match[0].length + (direct ? 1 : 0);
  const to = frame.from + frame.words.trimEnd().length - (direct ? 1 : 0);
  if (to - from < 8) return undefined;
  return { from, to, direct, speaker, verb: ':', stance: 'neutral', reportsSpeech: true };
}
