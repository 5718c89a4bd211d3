import { Inject, Injectable } from '@nestjs/common';
import { COLLECTION_GAP_READER, type CollectionGapReader, SourceService } from '@timbre/collection';
import type { AlertRuleInput } from '@timbre/contracts';
import { BLIND_LIMIT, blindShare, type BlindStretch } from '@timbre/metrics';

/** Where collection failed in a range, for the sources of one rule. */
export interface BlindRange {
  sources: number;
  /** Whether nothing may be concluded from a window. */
  holds(from: number, to: number): boolean;
  /** Sources that were blind at a moment. */
  blindAt(at: number): number;
  /** Sources that were blind at some time of a window. */
  blindWithin(from: number, to: number): number;
}

const sourcesMs = 5_000;

/** Tells quiet from broken. */
@Injectable()
export class BlindSources {
  private known: { at: number; ids: Promise<string[]> } | undefined;

  constructor(
    @Inject(COLLECTION_GAP_READER) private readonly gaps: CollectionGapReader,
    private readonly sources: SourceService,
  ) {}

  async within(rule: Pick<AlertRuleInput, 'filter' | 'series'>, from: Date, to: Date): Promise<BlindRange> {
    const named = rule.filter.sources;
    const [gaps, enabled] = await Promise.all([
      this.gaps.gapsWithin(from, new Date(to.getTime() + 1), named),
      named.length > 0 ? named : this.enabled(),
    ]);
    // A source that is switched off or was removed cannot be blind.
    const ids = new Set(enabled);
    const stretches: BlindStretch[] = gaps
      .filter(({ sourceId }) => sourceId === null || ids.has(sourceId))
      .map((gap) => ({
        from: Date.parse(gap.from),
        to: gap.to === null ? null : Date.parse(gap.to),
        sourceId: gap.sourceId,
      }));
    const blind = (low: number, high: number): number => {
      const hit = stretches.filter((gap) => gap.from <= high && (gap.to ?? Infinity) >= low);
      return hit.some(({ sourceId }) => sourceId === null)
        ? ids.size
        : new Set(hit.map(({ sourceId }) => sourceId)).size;
    };
    return {
      sources: ids.size,
      holds: (low, high) =>
        rule.series !== 'source-health' &&
        stretches.length > 0 &&
        blindShare(stretches, { from: low, to: high }, ids) >= BLIND_LIMIT,
      blindAt: (at) => blind(at, at),
      blindWithin: blind,
    };
  }

  private enabled(): Promise<string[]> {
    const now = performance.now();
    if (this.known === undefined || now - this.known.at > sourcesMs) {
      const ids = this.sources.all().then((all) => all.filter(({ enabled }) => enabled).map(({ id }) => id));
      ids.catch(() => (this.known = undefined));
      this.known = { at: now, ids };
    }
    return this.known.ids;
  }
}
