import type { FoldedToken, WordSegmenter } from './tokens.js';

/** The segmenter is native: one call for many runs costs less than many calls, but a call on megabytes holds it all twice. */
const LONGEST_CALL = 32_768;

/** A place in the list of tokens where the words of one Han run belong. */
export interface HanRun {
  from: number;
  to: number;
}

/** Segments all runs of a folded text with few calls. Returns the words of each run, as offsets into the text. */
export function segmentRuns(text: string, runs: readonly HanRun[], segmenter: WordSegmenter): FoldedToken[][] {
  const words: FoldedToken[][] = runs.map(() => []);
  let batch: { run: number; from: number; to: number }[] = [];
  let size = 0;
  const flush = (): void => {
    if (batch.length === 0) return;
    const cut = segmenter.cut(batch.map((piece) => text.slice(piece.from, piece.to)).join('\n'));
    let piece = 0;
    let at = batch[0]?.from ?? 0;
    for (const word of cut) {
      if (word === '\n') {
        piece += 1;
        at = batch[piece]?.from ?? at;
        continue;
      }
      const current = batch[piece];
      if (!current) break;
      words[current.run]?.push({ from: at, to: at + word.length, kind: 'word' });
      at += word.length;
    }
    batch = [];
    size = 0;
  };
  runs.forEach((run, index) => {
    for (let from = run.from; from < run.to; from += LONGEST_CALL) {
      const to = Math.min(run.to, from + LONGEST_CALL);
      if (size + to - from > LONGEST_CALL) flush();
      batch.push({ run: index, from, to });
      size += to - from;
    }
  });
  flush();
  return words;
}
