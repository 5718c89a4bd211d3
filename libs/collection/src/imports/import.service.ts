import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Database, InjectSettings, NotFoundError, type Settings } from '@timbre/platform';
import { ARTICLE_INTAKE, type ArticleDraft, type ArticleIntake } from '../intake/article-intake.port.js';
import { OutletRefusedError } from '../takedown/outlet-refused-error.js';
import { OutletSources } from '../sources/outlet-sources.service.js';
import { SourceService } from '../sources/source.service.js';
import { identityUrl } from '../urls/identity-url.js';
import { decodeStream } from './decode-stream.js';
import { importDate } from './import-date.js';
import type { ImportRow } from './import-row.js';
import { type ImportRun, ImportRunRepository } from './import-run.repository.js';
import { RunOutlets } from './run-outlets.js';
import { readImport } from './read-import.js';
import { readWarc } from './warc/read-warc.js';

/** Lines per transaction: what a crash repeats at most. */
const LINES_PER_BATCH = 400;
/** Texts held at a time, in UTF-16 units, however few they are. */
const CHARACTERS_PER_BATCH = 8_000_000;

/** Hears how far an import is, in bytes of the file. */
export interface ImportWatcher {
  signal: AbortSignal;
  progress(done: number, total: number, message: string): Promise<void>;
}

@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly runs: ImportRunRepository,
    private readonly sources: SourceService,
    private readonly outletSources: OutletSources,
    @Inject(ARTICLE_INTAKE) private readonly intake: ArticleIntake,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Runs an import to its end or from where it stopped. Cancelling keeps what is stored. */
  async run(id: string, watcher: ImportWatcher): Promise<ImportRun> {
    const run = await this.runs.byId(id);
    if (!run) throw new NotFoundError('import', id);
    const total = (await stat(run.file)).size;
    let bytes = 0;
    const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        yield chunk;
      }
    };
    const stream = counted(createReadStream(run.file));
    const lines = run.format === 'warc' ? readWarc(stream, run.lines) : readImport(decodeStream(stream), run.format);
    const outlets = new RunOutlets(run.sourceId, this.sources, this.outletSources);
    let batch: { line: number; row: ImportRow }[] = [];
    let errors: { line: number; code: string; message: string }[] = [];
    let last = run.lines;
    let held = 0;
    const store = async () => {
      await this.store(run, outlets, batch, errors, last);
      batch = [];
      errors = [];
      held = 0;
      await watcher.progress(bytes, total, `${run.accepted} new, ${run.duplicates} known, ${run.rejected} rejected`);
    };
    for await (const read of lines) {
      if (watcher.signal.aborted) break;
      if (read.line <= run.lines) continue;
      if ('row' in read) {
        batch.push(read);
        held += read.row.text.length;
      } else errors.push({ line: read.line, ...read.problem });
      last = read.line;
      if (batch.length + errors.length >= LINES_PER_BATCH || held >= CHARACTERS_PER_BATCH) await store();
    }
    await store();
    return run;
  }

  private async store(
    run: ImportRun,
    outlets: RunOutlets,
    batch: readonly { line: number; row: ImportRow }[],
    unreadable: ImportErrors,
    last: number,
  ): Promise<void> {
    if (batch.length === 0 && unreadable.length === 0) return;
    const now = new Date();
    outlets.beginBatch();
    const drafts: ArticleDraft[] = [];
    const errors = [...unreadable];
    for (const { line, row } of batch) {
      try {
        drafts.push(await this.draft(outlets, row, now));
      } catch (error) {
        if (!(error instanceof OutletRefusedError)) throw error;
        errors.push({ line, code: error.code, message: error.message });
      }
    }
    const before = { ...run };
    await this.database.transaction(async () => {
      Object.assign(run, before);
      const outcomes = drafts.length === 0 ? [] : await this.intake.accept(drafts);
      const fresh = outcomes.filter((outcome) => outcome.status !== 'duplicate').length;
      run.accepted += fresh;
      run.duplicates += outcomes.length - fresh;
      run.rejected += errors.length;
      run.lines = last;
      await this.runs.advance(run, errors);
    });
  }

  private async draft(outlets: RunOutlets, row: ImportRow, now: Date): Promise<ArticleDraft> {
    const published = importDate(row.published, this.settings.timeZone, now);
    const standIn = published ?? row.crawled;
    const sourceId = await outlets.sourceOf(row);
    return {
      sourceId,
      ...(row.url !== undefined && { url: row.url, canonicalUrl: identityUrl(row.url) }),
      title: row.title ?? firstLine(row.text),
      text: row.text,
      ...(row.byline !== undefined && { byline: row.byline }),
      ...(row.lang !== undefined && { lang: row.lang }),
      ...(standIn && { published: standIn }),
      dated: published !== null,
      collected: now,
      extractor: 'import',
    };
  }
}

type ImportErrors = readonly { line: number; code: string; message: string }[];

/** A heading for an article that came without one. */
function firstLine(text: string): string {
  const line = text.trimStart().split('\n', 1)[0] ?? '';
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
