import { isHeadline } from './is-headline.js';
import { foldLine, loadBoilerplateLines } from './load-boilerplate-lines.js';
import { readingLength, type WeighedBlocks } from './main-range.js';
import type { BlockRange, TextBlock } from './text-blocks.js';

/** Lines that begin like furniture are furniture up to this length; longer ones say something. */
const LONGEST_FURNITURE = 110;
/** Blocks before the range among which the headline is looked for, and the weight of a lead's paragraph. */
const FARTHEST_LEAD = 25;
const LEAST_LEAD = 60;
const HEADING = /^h[1-6]$/;
/** A credit in brackets at the end of a paragraph, as Chinese desks sign. */
const CREDIT_TAIL =
  /[（(【[](?:责任编辑|責任編輯|责编|编辑|編輯|原题|原标题|原標題|来源|來源|图片来源)[^（）()【】[\]]{0,40}[）)】\]]\s*$/;

/** Names as credits have them: no sentence, but initials. */
const NAMES = String.raw`(?:[^.!?。]|(?<=(?<!\p{L})\p{Lu})\.){2,80}$`;
const CREDIT = String.raw`(?:(?:symbol|archiv)?(?:foto|bild)s?|photos?|images?|pictures?|credits?|quelle|crédits?(?: photo)?|foto de|图|圖|摄|攝)\s{0,3}[:：]\s{0,3}`;
/** A picture's caption, told by the credit at its end. */
const CAPTION = new RegExp(
  String.raw`(?:[(（|/–—-]\s{0,3}|\.\s{1,3})${CREDIT}${NAMES}|(?:\||[.)])\s{0,3}©\s{0,3}${NAMES}|^[^.!?。]{0,120}©\s{0,3}${NAMES}`,
  'iu',
);
const LONGEST_CAPTION = 300;

/** What stands between the first and the last paragraph of an article, in lines; furniture between them left out. */
export function articleLines(
  { blocks, weights, excluded }: WeighedBlocks,
  range: BlockRange,
  title: string | null,
): string[] {
  const folded = title === null ? null : foldLine(title);
  const kept: TextBlock[] = [];
  let proseEnd = 0;
  let started = false;
  for (const lead of leadBlocks({ blocks, weights, excluded }, range, folded)) {
    kept.push(lead);
    started = true;
  }
  proseEnd = kept.length;
  const total = range.to - range.from;
  for (let index = range.from; index < range.to; index += 1) {
    const block = blocks[index]!;
    if (excluded[index] === 1 || isFurniture(block)) continue;
    const line = foldLine(block.text);
    if (line === '' || (isTitle(block, line, folded) && index - range.from < total / 2)) continue;
    if (endsArticle(line, kept, weights, index, range)) break;
    const prose = weights[index]! > 0;
    // Before the first paragraph stand dates, bylines and menus; a heading there heads the first paragraph.
    if (!started && !prose && !HEADING.test(block.tag)) continue;
    started ||= prose;
    kept.push(block);
    if (prose || isListed(block)) proseEnd = kept.length;
  }
  return kept.slice(0, proseEnd).flatMap(linesOf);
}

/** Paragraphs between the headline and the range: a lead that templates put into the page's head. */
function leadBlocks(
  page: Pick<WeighedBlocks, 'blocks' | 'weights' | 'excluded'>,
  range: BlockRange,
  title: string | null,
) {
  const first = Math.max(0, range.from - FARTHEST_LEAD);
  let heading = -1;
  for (let index = first; index < range.from && title !== null; index += 1) {
    const block = page.blocks[index]!;
    if (isTitle(block, foldLine(block.text), title)) heading = index;
  }
  return heading < 0
    ? []
    : page.blocks.filter(
        (block, index) =>
          index > heading &&
          index < range.from &&
          page.excluded[index] === 0 &&
          page.weights[index]! > LEAST_LEAD &&
          !isFurniture(block),
      );
}

const isTitle = ({ tag }: TextBlock, line: string, title: string | null): boolean =>
  title !== null && (line === title || (HEADING.test(tag) && isHeadline(line, title)));

/** Splits a block at its line breaks and strips credits and damage. */
function linesOf({ text }: TextBlock): string[] {
  return text
    .split('\n')
    .map((line) => repaired(line).replace(CREDIT_TAIL, '').trim())
    .filter((line) => line !== '' && !isFurnitureLine(line));
}

function isFurniture({ text, linked, tag }: TextBlock): boolean {
  const links = linked / text.length;
  if (text.length <= LONGEST_CAPTION && CAPTION.test(text)) return true;
  if (links > 0.8 && (tag !== 'p' || readingLength(text) < 120)) return true;
  return isFurnitureLine(text);
}

function isFurnitureLine(text: string): boolean {
  if (text.length > LONGEST_FURNITURE) return false;
  const lower = text.toLowerCase();
  return loadBoilerplateLines().beginnings.some((beginning) => lower.startsWith(beginning));
}

function endsArticle(
  line: string,
  kept: TextBlock[],
  weights: Float64Array,
  index: number,
  range: BlockRange,
): boolean {
  if (line.length > 60 || !loadBoilerplateLines().endings.has(line)) return false;
  const before = kept.reduce((sum, { text }) => sum + text.length, 0);
  let after = 0;
  for (let at = index; at < range.to; at += 1) after += Math.max(0, weights[at]!);
  return before > after * 1.5;
}

const isListed = ({ tag, linked, text }: TextBlock): boolean =>
  (tag === 'li' || tag === 'td' || tag === 'dd' || tag === 'pre') && linked < text.length / 2;

function repaired(text: string): string {
  let result = text;
  for (const [wrong, right] of loadBoilerplateLines().artefacts) {
    if (result.includes(wrong)) result = result.replaceAll(wrong, right);
  }
  return result;
}
