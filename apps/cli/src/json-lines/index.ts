export { answerJsonLines, type AnswerOptions } from './answer-json-lines.js';
export { errorAnswer, LineError, type LineErrorAnswer } from './line-error.js';
export { type InputLine, readLines } from './read-lines.js';
export { writeJsonLine } from './write-json-line.js';
