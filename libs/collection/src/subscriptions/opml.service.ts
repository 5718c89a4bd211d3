import { Injectable } from '@nestjs/common';
import type { OpmlImport } from '@timbre/contracts';
import { ProblemError } from '@timbre/platform';
import { SourceExistsError } from '../collection-errors.js';
import { decodeDocument } from '../encoding/decode-document.js';
import { FeedError } from '../feeds/feed-errors.js';
import { type OpmlFeed, parseOpml, writeOpml } from '../feeds/opml.js';
import { SourceRepository } from '../sources/source.repository.js';
import { SourceService } from '../sources/source.service.js';

/** A list with more is a directory, not somebody's subscriptions. */
const MOST_FEEDS = 10_000;

class OpmlUnreadableError extends ProblemError {
  constructor(detail: string) {
    super({ status: 422, code: 'opml.unreadable', detail });
  }
}

/** Lists of subscriptions in and out, as feed readers exchange them. */
@Injectable()
export class OpmlService {
  constructor(
    private readonly sources: SourceRepository,
    private readonly service: SourceService,
  ) {}

  /** Adds the feeds that are not followed yet; twice has the effect of once. @throws OpmlUnreadableError */
  async import(bytes: Uint8Array): Promise<OpmlImport> {
    const feeds = readList(bytes);
    if (feeds.length > MOST_FEEDS)
      throw new OpmlUnreadableError(`The list names ${feeds.length} feeds; at most ${MOST_FEEDS} are taken. Split it.`);
    const result: OpmlImport = { added: 0, known: 0, rejected: [] };
    for (const { title, xmlUrl, language } of feeds) {
      try {
        await this.service.add({
          name: title.slice(0, 200),
          kind: 'feed',
          url: new URL(xmlUrl).href,
          ...(language !== null && { language: language.slice(0, 20) }),
          reach: 1,
          fetchPages: true,
          enabled: true,
        });
        result.added += 1;
      } catch (error) {
        if (error instanceof SourceExistsError) result.known += 1;
        else if (error instanceof ProblemError)
          result.rejected.push({ title, url: xmlUrl, code: error.code, message: error.message });
        else throw error;
      }
    }
    return result;
  }

  /** All followed feeds; paused ones too, retired ones not. */
  async export(now: Date): Promise<string> {
    const feeds = (await this.sources.listed())
      .filter(({ kind, url, retiredAt }) => kind === 'feed' && url !== null && retiredAt === null)
      .map(({ name, url, language, outlet }) => ({
        title: name,
        xmlUrl: url ?? '',
        htmlUrl: null,
        language,
        folders: outlet === name ? [] : [outlet],
      }));
    return writeOpml(feeds, 'Timbre', now);
  }
}

function readList(bytes: Uint8Array): OpmlFeed[] {
  try {
    const feeds = parseOpml(decodeDocument(bytes, { kind: 'xml' }).text);
    return feeds.filter(({ xmlUrl }) => URL.canParse(xmlUrl) && xmlUrl.length <= 2000);
  } catch (error) {
    if (error instanceof FeedError) throw new OpmlUnreadableError(`The file is no OPML list: ${error.message}`);
    throw error;
  }
}
