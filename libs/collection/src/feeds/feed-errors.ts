/** Why a document could not be read as a feed. `code` is stable and goes to users and health pages. */
export class FeedError extends Error {
  constructor(
    readonly code: 'not-a-feed' | 'empty-document' | 'entity-expansion' | 'too-deep',
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The document is something else: a web page, OPML, plain text. */
export class NotAFeedError extends FeedError {
  constructor(found: string) {
    super(
      'not-a-feed',
      `This is ${found}, not a feed. Give the address of an RSS, Atom or JSON feed or a news sitemap.`,
    );
  }
}

export class EmptyDocumentError extends FeedError {
  constructor() {
    super('empty-document', 'The document is empty. Try again later, or check the address of the feed.');
  }
}

/** Entities of the document's own DTD would blow it up. */
export class EntityExpansionError extends FeedError {
  constructor() {
    super(
      'entity-expansion',
      'The document defines entities that expand without measure and was refused as an attack.',
    );
  }
}

/** Elements are nested deeper than any feed nests them. */
export class MarkupTooDeepError extends FeedError {
  constructor(limit: number) {
    super('too-deep', `The document nests elements more than ${limit} levels deep and was refused as an attack.`);
  }
}
