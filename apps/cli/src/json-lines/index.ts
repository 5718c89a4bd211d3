export { answerJsonLines, type AnswerOptions, checkShape, parseLine } from './answer-json-lines.js';
export { errorAnswer, idOf, LineError, type LineErrorAnswer } from './line-error.js';
export { type InputLine, readLines } from './read-lines.js';
export { writeJsonLine } from './write-json-line.js';
