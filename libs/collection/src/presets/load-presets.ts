import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const preset = z.object({
  id: z.string(),
  name: z.string(),
  url: z.url(),
  outlet: z.string(),
  language: z.string(),
  field: z.string(),
});
export type Preset = z.infer<typeof preset>;

/** Real feeds that Timbre offers; off until somebody chooses them. */
export async function loadPresets(): Promise<Preset[]> {
  return z
    .array(preset)
    .parse(JSON.parse(await readFile(new URL('../../data/source-presets.json', import.meta.url), 'utf8')));
}
