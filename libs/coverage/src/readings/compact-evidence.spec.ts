import type { Evidence } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { compactEvidence } from './compact-evidence.js';
import { requireSound, UnsoundReadingError } from './sound-reading.js';
import { ScriptedAnalyser } from '../test-bed/scripted-analyser.js';

const sentence = (from: number, score: number): Evidence => ({
  from,
  to: from + 5,
  score,
  confidence: 0.123456789,
  terms: [
    { from, to: from + 1, weight: score - 0.00001 },
    { from: from + 1, to: from + 2, weight: 0.00001 },
  ],
});

describe('compactEvidence', () => {
  it('rounds, and drops words that weigh nothing', () => {
    expect(compactEvidence([sentence(0, 0.5)])).toEqual([
      { from: 0, to: 5, score: 0.5, confidence: 0.1235, terms: [{ from: 0, to: 1, weight: 0.5 }] },
    ]);
  });

  it('keeps the strongest sentences in the order of the text', () => {
    const kept = compactEvidence(Array.from({ length: 100 }, (_, i) => sentence(i * 10, (i % 50) / 50)));
    expect(kept).toHaveLength(40);
    expect(kept.map(({ from }) => from)).toEqual(kept.map(({ from }) => from).toSorted((a, b) => a - b));
    expect(Math.min(...kept.map(({ score }) => score))).toBe(0.6);
  });
});

describe('requireSound', () => {
  it('refuses what is not a number, wherever it stands', () => {
    const catalogue = { version: '1', entities: [], topics: [] };
    const reading = new ScriptedAnalyser().prepare(catalogue)({ id: '1', text: 'topic:agi=0.5' });
    expect(requireSound(reading)).toBe(reading);
    const [target] = reading.targets;
    const broken = { ...target!, evidence: [{ ...sentence(0, 1), terms: [{ from: 0, to: 1, weight: Number.NaN }] }] };
    expect(() => requireSound({ ...reading, targets: [broken] })).toThrow(UnsoundReadingError);
    expect(() => requireSound({ ...reading, document: { ...reading.document, score: Number.NaN } })).toThrow(
      'document',
    );
  });
});
