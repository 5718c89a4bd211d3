import { opensShift } from './shift.js';

const OPENERS = new Set(
  (
    'much far even well years considerably significantly slightly somewhat sooner earlier faster quicker later slower ahead ' +
    'behind in within during no not at until till before prior by come inside over throughout for sometime some after beyond ' +
    'around circa about roughly approximately between from as on of to starting a an the next this take need require never ' +
    'soon any very imminently shortly tomorrow today tonight early mid late end year q h less fewer under more up half couple ' +
    'few several dozens tens hundreds thousands many multiple decades months weeks days centuries quarters one two three four ' +
    'five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty ' +
    'forty fifty sixty seventy eighty ninety january february march april may june july august september october november ' +
    'december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter perhaps maybe nearly almost ' +
    'just only another possibly probably likely say somewhere anywhere still potentially first second third fourth latter ' +
    'final last beginning start middle handful'
  ).split(' '),
);

/** Whether a time expression can begin with this word; most words are passed over without any parsing. */
export function opensTime(word: string): boolean {
  return OPENERS.has(word) || opensShift(word) || /^\d/.test(word);
}
