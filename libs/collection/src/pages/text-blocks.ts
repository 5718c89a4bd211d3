import { isDateElement } from './date-markup.js';
import { type MarkupHint, markupHint } from './markup-hints.js';
import { ELEMENT, type PageElement, type PageNode, TEXT } from './page-dom.js';

/** A paragraph, heading, list item, cell or loose text, in the order of the page. */
export interface TextBlock {
  text: string;
  /** Characters of `text` inside links. */
  linked: number;
  tag: string;
  /** Elements that hint at furniture or detail around the block, as indices into `marks`. */
  marks: number[];
}

/** An element as a range of blocks. */
export interface BlockRange {
  from: number;
  to: number;
  hint: MarkupHint;
  tag: string;
  /** Index of the closest enclosing range. */
  parent: number;
  /** Class names of elements that hint at furniture or detail. */
  names?: string;
}

/** An element whose markup says that it holds a date. */
export interface DateStamp {
  element: PageElement;
  /** Index of the block in which it stands, or of the one behind it. */
  block: number;
  /** As in `TextBlock`. */
  marks: number[];
}

export interface PageBlocks {
  blocks: TextBlock[];
  ranges: BlockRange[];
  stamps: DateStamp[];
  /** Ranges whose hint is furniture or detail, by index into `ranges`. */
  marks: number[];
}

const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q rp rt ruby s samp
  small source span strike strong sub sup time tt u var wbr ifr o:p st1`.split(/\s+/),
);
const SKIPPED = new Set(
  `script style noscript template svg iframe object embed canvas audio video button select option textarea input title
  dialog map area link meta datalist progress meter frameset`.split(/\s+/),
);
const DEEPEST = 300;
const MOST_BLOCKS = 100_000;
/** Pages with more are lists of other pages. */
const MOST_STAMPS = 300;
const HIDDEN = /display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden/i;

/** Cuts a page into blocks of text and remembers which element holds which. One walk, linear in the page. */
export function textBlocks(root: PageElement): PageBlocks {
  const blocks: TextBlock[] = [];
  const ranges: BlockRange[] = [];
  const marks: number[] = [];
  const stamps: DateStamp[] = [];
  const open: number[] = [];
  let pieces: string[] = [];
  let linked = 0;
  let linkDepth = 0;

  function flush(tag: string): void {
    if (pieces.length === 0) return;
    const text = tidy(pieces.join(''));
    if (text !== '' && blocks.length < MOST_BLOCKS) {
      blocks.push({ text, linked: Math.min(linked, text.length), tag, marks: [...open] });
    }
    pieces = [];
    linked = 0;
  }

  function walk(node: PageNode, tag: string, parent: number, depth: number): void {
    for (let child = node.firstChild; child; child = child.nextSibling) take(child, tag, parent, depth);
  }

  function take(child: PageNode, tag: string, parent: number, depth: number): void {
    if (child.nodeType === TEXT) {
      const data = child.textContent ?? '';
      pieces.push(tag === 'pre' ? data : data.replace(/\s+/g, ' '));
      if (linkDepth > 0) linked += data.trim().length;
    } else if (child.nodeType === ELEMENT) enter(child as PageElement, tag, parent, depth);
  }

  function enter(element: PageElement, tag: string, parent: number, depth: number): void {
    const name = element.localName;
    if (SKIPPED.has(name) || depth > DEEPEST) return;
    if (name === 'br') {
      pieces.push('\n');
      return;
    }
    if (stamps.length < MOST_STAMPS && isDateElement(element)) {
      const behind = !INLINE.has(name) && pieces.join('').trim() !== '';
      stamps.push({ element, block: blocks.length + Number(behind), marks: [...open] });
    }
    if (isHidden(element)) return;
    if (INLINE.has(name)) {
      const hint = name === 'a' ? null : markupHint(element);
      const mark = hint === 'furniture' || hint === 'detail';
      // A share button or a byline inside a line ends the line's block, so that it can go without the line.
      if (mark && pieces.join('').trim() === '') return enterBlock(element, tag, parent, depth, hint);
      if (name === 'a') linkDepth += 1;
      walk(element, tag, parent, depth + 1);
      if (name === 'a') linkDepth -= 1;
      return;
    }
    enterBlock(element, name, parent, depth, markupHint(element));
  }

  function enterBlock(element: PageElement, name: string, parent: number, depth: number, hint: MarkupHint): void {
    const outer = name === 'a' ? 'div' : name;
    flush(tagOf(parent));
    const index = ranges.length;
    const range: BlockRange = { from: blocks.length, to: 0, hint, tag: outer, parent };
    ranges.push(range);
    const marked = hint === 'furniture' || hint === 'detail';
    if (marked) {
      range.names = element.getAttribute('class') ?? '';
      marks.push(index);
      open.push(index);
    }
    walk(element, outer, index, depth + 1);
    flush(outer);
    if (marked) open.pop();
    range.to = blocks.length;
  }

  const tagOf = (index: number): string => ranges[index]?.tag ?? 'div';
  ranges.push({ from: 0, to: 0, hint: null, tag: 'body', parent: -1 });
  // Not by siblings: linkedom's document types have none.
  for (const child of root.childNodes) take(child, 'body', 0, 1);
  flush('body');
  ranges[0]!.to = blocks.length;
  return { blocks, ranges, stamps, marks };
}

const isHidden = (element: PageElement): boolean =>
  element.hasAttribute('hidden') ||
  HIDDEN.test(element.getAttribute('style') ?? '') ||
  (element.getAttribute('aria-hidden') === 'true' && element.localName !== 'body');

/** White space as a reader sees it: one space, line breaks only where the page has them. */
const tidy = (text: string): string =>
  text
    .replace(/[\u200b\ufeff\u2060]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
