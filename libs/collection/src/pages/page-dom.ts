import { parseHTML } from 'linkedom';

/** The part of the DOM that reading a page needs; linkedom's nodes have it. */
export interface PageNode {
  readonly nodeType: number;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentElement: PageElement | null;
  textContent: string | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly childNodes: Iterable<PageNode>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  getElementsByTagName(name: string): Iterable<PageElement>;
  remove(): void;
}

export interface PageDocument extends PageElement {
  readonly body: PageElement | null;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** Parses a page. Any text is a page; an empty one has neither head nor body. */
export function openPage(html: string): PageDocument {
  return (parseHTML(html) as unknown as { document: PageDocument }).document;
}

/** Text of a node on one line. */
export const lineOf = (node: PageNode | null | undefined): string =>
  (node?.textContent ?? '').replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();

/** Text of a node on one line; null when it is longer than `limit`. Stops reading there. */
export function briefText(node: PageNode, limit: number): string | null {
  const pieces: string[] = [];
  let length = 0;
  function take(from: PageNode): boolean {
    for (let child = from.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === TEXT) {
        const text = (child.textContent ?? '').replace(/[\s\u00a0\u200b\ufeff]+/g, ' ');
        length += text === ' ' ? 0 : text.length;
        if (length > limit) return false;
        pieces.push(text);
      } else if (child.nodeType === ELEMENT && !take(child)) return false;
    }
    pieces.push(' ');
    return true;
  }
  return take(node) ? pieces.join('').replace(/ +/g, ' ').trim() : null;
}
