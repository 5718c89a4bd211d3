import { CharacterClass, characterClasses } from '../folding/character-classes.js';

/** Tells the language of a Latin, Cyrillic … text; '' when it cannot. */
export type LanguageDetector = (text: string) => string;

const SAMPLE = 4000;
const FUNCTION_WORDS =
  /\b(?:the|of|and|to|in|is|are|was|were|that|for|it|on|with|as|has|have|will|be|by|at|from|this|not|its|but|says|said|an?)\b/gi;

interface ScriptCounts {
  han: number;
  kana: number;
  hangul: number;
  latin: number;
  other: number;
}

function countScripts(text: string, from: number, to: number): ScriptCounts {
  const counts: ScriptCounts = { han: 0, kana: 0, hangul: 0, latin: 0, other: 0 };
  for (let i = from; i < to; i += 1) {
    switch (characterClasses[text.charCodeAt(i)]) {
      case CharacterClass.Han:
        counts.han += 1;
        break;
      case CharacterClass.Latin:
        counts.latin += 1;
        break;
      case CharacterClass.Kana:
        counts.kana += 1;
        break;
      case CharacterClass.Hangul:
        counts.hangul += 1;
        break;
      case CharacterClass.Letter:
        counts.other += 1;
        break;
      default:
    }
  }
  return counts;
}

/** Language where the script alone decides; null for alphabets that many languages share. One Han character weighs as much as a short Latin word. */
function languageOfScript(counts: ScriptCounts): string | null {
  const { han, kana, hangul, latin, other } = counts;
  const alphabetic = (latin + other) / 4;
  if (kana > 0 && kana * 8 >= han + kana && han + kana >= alphabetic) return 'ja';
  if (hangul > 0 && hangul >= han && hangul >= alphabetic) return 'ko';
  if (han > 0 && han >= alphabetic) return 'zh';
  return latin + other === 0 ? 'und' : null;
}

/** Primary subtag of a BCP 47 tag: "zh-Hant-TW" → "zh". Empty and malformed tags give null. */
export function primaryLanguage(tag: string | undefined): string | null {
  const match = /^([a-zA-Z]{2,3})(?:[-_]|$)/.exec(tag?.trim() ?? '');
  return match?.[1]?.toLowerCase() ?? null;
}

/** Language of a whole folded text: the script first, then the detector on a sample. 'und' when there are no letters. */
export function documentLanguage(text: string, detect: LanguageDetector): string {
  const byScript = languageOfScript(countScripts(text, 0, Math.min(text.length, 20_000)));
  if (byScript) return byScript;
  const sample = text.slice(0, SAMPLE);
  const words = sample.length / 6;
  const functionWords = sample.match(FUNCTION_WORDS)?.length ?? 0;
  // Short headlines ("Sora stuns Hollywood") hold few n-grams; the detector is asked only where it has something to go by.
  if (functionWords >= 2 && functionWords / words > 0.15) return 'en';
  const detected = detect(sample);
  if (detected !== '' && (sample.length >= 60 || functionWords === 0)) {
    return sample.length < 40 && /^[\x20-\x7e\s]*$/.test(sample) ? 'en' : detected;
  }
  return 'en';
}

/** Language of the sentence `[from, to)` of a folded text in a document of language `whole`. */
export function sentenceLanguage(
  text: string,
  from: number,
  to: number,
  whole: string,
  detect: LanguageDetector,
): string {
  const counts = countScripts(text, from, to);
  if (whole === 'ja' && counts.han + counts.kana > 0) return 'ja';
  const byScript = languageOfScript(counts);
  if (byScript === 'und') return whole;
  if (byScript) return byScript;
  const sameScript = whole !== 'zh' && whole !== 'ja' && whole !== 'ko' && whole !== 'und';
  const letters = counts.latin + counts.other;
  if (letters < 40) return sameScript ? whole : 'en';
  const sample = text.slice(from, Math.min(to, from + 600));
  const functionWords = sample.match(FUNCTION_WORDS)?.length ?? 0;
  const english = functionWords >= 2 || (functionWords === 1 && letters < 80);
  if (english) return 'en';
  if (whole === 'en' || !sameScript) return detect(sample) || 'en';
  return whole;
}
