import { readFile } from 'node:fs/promises';
import { loadDefaultCatalogue } from '@timbre/analysis';
import { catalogue, type Catalogue } from '@timbre/contracts';
import type { Command } from 'commander';
import { z } from 'zod';

/** The catalogue in a JSON file, or the default one. What cannot be read ends `command` as wrong usage, with a reason. */
export async function readCatalogue(file: string | undefined, command: Command): Promise<Catalogue> {
  if (file === undefined) return loadDefaultCatalogue();
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return command.error(`error: --catalogue ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = catalogue.safeParse(value);
  if (parsed.success) return parsed.data;
  return command.error(`error: ${file} is not a catalogue. ${z.prettifyError(parsed.error)}`);
}
