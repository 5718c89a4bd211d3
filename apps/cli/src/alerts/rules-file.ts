import { readFile } from 'node:fs/promises';
import { AlertingModule, RulesAsCode } from '@timbre/alerting';
import { CollectionModule } from '@timbre/collection';
import { CoverageModule } from '@timbre/coverage';
import { InvalidInputError } from '@timbre/platform';
import { withApplication } from '../context/with-application.js';
import { changesText } from './changes-text.js';

const modules = [CollectionModule, CoverageModule, AlertingModule];

/** All rules as YAML. */
export function exportRules(): Promise<string> {
  return withApplication(modules, (app) => app.get(RulesAsCode).export());
}

/** Compares a file with the rules, and takes it over if asked; `problem` says what is wrong with the file. */
export async function importRules(
  file: string,
  { apply, prune }: { apply: boolean; prune: boolean },
): Promise<{ text: string } | { problem: string }> {
  let yaml: string;
  try {
    yaml = await readFile(file, 'utf8');
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  return withApplication(modules, async (app) => {
    try {
      const edit = { by: 'timbre alert import', at: new Date() };
      return { text: changesText(await app.get(RulesAsCode).import({ yaml, apply, prune }, edit)) };
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      return { problem: error.errors?.map(({ message }) => message).join(' ') ?? error.message };
    }
  });
}
