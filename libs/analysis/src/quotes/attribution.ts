import type { Span } from '@timbre/contracts';
import type { ReportingVerb } from './reporting-verb.js';

/** Who says the words in `[from, to)`. Also covers plans and expectations, which have a holder but are no quotes. */
export interface Attribution extends Span {
  speaker: string | null;
  speakerEntity?: string | undefined;
  text: string;
  direct: boolean;
  verb: string;
  stance?: ReportingVerb['stance'] | undefined;
  /** False for "OpenAI expects to release": a holder, but nobody is quoted. */
  reportsSpeech: boolean;
}

/** An attribution before its speaker is known by the fullest name. */
export interface RawAttribution extends Span {
  speaker: SpeakerPhrase | undefined;
  direct: boolean;
  verb: string;
  stance: ReportingVerb['stance'];
  reportsSpeech: boolean;
}

/** The noun phrase that names a speaker, as it stands in the text. */
export interface SpeakerPhrase extends Span {
  /** Name or head of the phrase, spaces normalised. */
  name: string;
  kind: 'person' | 'organisation' | 'role' | 'pronoun';
  /** Where the whole noun phrase begins, titles included. */
  start?: number;
  /** Title or role in front of a name ("360 创始人", "OpenAI CEO"). */
  title?: string;
}

/** A paragraph whose quoted words are masked, so that patterns see only the frame; offsets are those of the text. */
export interface MaskedParagraph extends Span {
  masked: string;
}
