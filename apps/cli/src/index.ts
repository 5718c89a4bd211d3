export { buildProgram, runProgram } from './program.js';
