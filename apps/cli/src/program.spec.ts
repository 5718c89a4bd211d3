import { expect, it, vi } from 'vitest';
import { buildProgram, runProgram } from './program.js';

it('gives every command a description and --help that ends well', async () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  for (const command of buildProgram().commands) {
    expect(command.description(), command.name()).not.toBe('');
    expect(await runProgram([command.name(), '--help'], false), command.name()).toBe(0);
  }
  write.mockRestore();
});

it('answers wrong usage with 2', async () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await runProgram(['no-such-command'], false)).toBe(2);
  expect(await runProgram(['settings', '--no-such-option'], false)).toBe(2);
  write.mockRestore();
});
