import { Injectable } from '@nestjs/common';
import { dateFormat } from '@timbre/charts';
import { CatalogueService } from '@timbre/catalogue';
import {
  ALL_COVERAGE,
  type Provenance,
  type ReportBlock,
  type ReportDocument,
  type TargetRef,
  targetRefOf,
} from '@timbre/contracts';
import { CoverageQueries } from '@timbre/coverage';
import { BlockFailedError } from '../../reporting-errors.js';
import { dataHash } from '../drawn/data-hash.js';
import type { DrawnBlock, DrawnReport } from '../drawn/drawn-report.js';
import { SourceNotes } from '../drawn/source-notes.js';
import { reportRangeAt } from '../range/report-range.js';
import { BlockDrawing } from './block-drawing.service.js';
import { blockTitle } from './block-title.js';
import { composeContext, type ComposeContext } from './compose-context.js';

/** Turns a document into a drawn report: whole, or an error that names the block in the way. */
@Injectable()
export class ReportComposer {
  constructor(
    private readonly queries: CoverageQueries,
    private readonly blocks: BlockDrawing,
    private readonly catalogue: CatalogueService,
  ) {}

  /** @throws BlockFailedError */
  async compose(document: ReportDocument, now: Date): Promise<DrawnReport> {
    const range = reportRangeAt(document.range, document.tz, now);
    const notes = new SourceNotes();
    const context = composeContext(document, range, now, notes);
    const names = await this.targetNames(context);
    const { provenance, series } = await this.queries.series({ ...context.filter, targets: [] }, context.asked);
    const blocks: DrawnBlock[] = [];
    // One after the other: footnotes are numbered in reading order, and a report must not take all connections.
    for (const [index, block] of document.blocks.entries()) {
      blocks.push(await this.block(block, index + 1, context, names));
    }
    const hash = dataHash(blocks, notes.notes);
    return {
      name: document.name,
      locale: document.locale,
      tz: document.tz,
      cover: this.cover(context, names, provenance, hash),
      made: now,
      dataHash: hash,
      empty: series.every(({ n }) => n.every((count) => count === 0)),
      sample: provenance.sample,
      blocks,
      notes: notes.notes,
    };
  }

  private async block(
    block: ReportBlock,
    position: number,
    context: ComposeContext,
    names: ReadonlyMap<TargetRef, string>,
  ): Promise<DrawnBlock> {
    const gone = [...context.document.targets, ...(block.filter?.targets ?? [])].find((target) => !names.has(target));
    if (gone !== undefined) {
      throw new BlockFailedError(position, block.kind, `"${gone}" is no longer in the catalogue. Choose another.`);
    }
    try {
      const part = await this.blocks.part(block, context);
      return { id: block.id, title: blockTitle(block, context.words), part };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new BlockFailedError(position, block.kind, reason, { cause: error });
    }
  }

  private async targetNames({ asked, words }: ComposeContext): Promise<Map<TargetRef, string>> {
    const { catalogue } = await this.catalogue.current();
    const name = (names: { en: string; zh?: string }) => (asked.language === 'zh' ? (names.zh ?? names.en) : names.en);
    return new Map([
      [ALL_COVERAGE, words.everything],
      ...catalogue.topics.map(({ id, names }) => [targetRefOf('topic', id), name(names)] as const),
      ...catalogue.entities.map(({ id, names }) => [targetRefOf('entity', id), name(names)] as const),
    ]);
  }

  private cover(
    { document, filter, words, asked }: ComposeContext,
    names: ReadonlyMap<TargetRef, string>,
    provenance: Provenance,
    hash: string,
  ): DrawnReport['cover'] {
    const { locale, tz, targets, unit } = document;
    const time = dateFormat(locale, { timeZone: tz, dateStyle: 'medium', timeStyle: 'short' });
    const instant = (iso: string | undefined) => time.format(new Date(iso ?? asked.now));
    const comma = locale === 'en' ? ', ' : '、';
    return [
      { name: words.period, value: `${instant(filter.from)} – ${instant(filter.to)}` },
      { name: words.timeZone, value: tz },
      {
        name: words.subjects,
        value: targets.map((target) => names.get(target) ?? target).join(comma) || words.everything,
      },
      { name: words.counted, value: words.unit[unit] },
      { name: words.analysis, value: provenance.versions.join(', ') || words.noVersion },
      { name: words.made, value: time.format(asked.now) },
      { name: words.dataHash, value: hash.slice(0, 16) },
    ];
  }
}
