import { Injectable } from '@nestjs/common';
import { alertRuleInput, type AlertRulesImport, type AlertRulesImportInput } from '@timbre/contracts';
import { Database, InvalidInputError } from '@timbre/platform';
import { ChannelService } from '../channels/channel.service.js';
import { AlertRuleService, type RuleEdit } from '../rules/alert-rule.service.js';
import { type KnownNames, readRules, RulesFileError, writeRules } from './rule-document.js';
import { type ExistingRule, type PlannedChange, rulesDifference } from './rules-difference.js';

/** Rules as a file: written out, compared, taken over. Channels stay here: a file holds their names, never their secrets. */
@Injectable()
export class RulesAsCode {
  constructor(
    private readonly database: Database,
    private readonly rules: AlertRuleService,
    private readonly channels: ChannelService,
  ) {}

  async export(): Promise<string> {
    const { existing, names } = await this.known();
    return writeRules(existing, names);
  }

  /**
   * Says what a file would change, and does it if asked: all of it or nothing.
   *
   * @throws InvalidInputError when the file holds something that is no rule.
   */
  async import({ yaml, apply, prune }: AlertRulesImportInput, edit: RuleEdit): Promise<AlertRulesImport> {
    return this.database.transaction(async () => {
      const { existing, names } = await this.known();
      const planned = rulesDifference(existing, read(yaml, names), names, prune);
      if (apply) for (const change of planned) await this.apply(change, edit);
      return { applied: apply, changes: planned.map(({ body: _body, ...change }) => change) };
    });
  }

  private async apply({ kind, id, body }: PlannedChange, edit: RuleEdit): Promise<void> {
    if (kind === 'create' && body !== null) await this.rules.create(body, edit);
    if (kind === 'change' && body !== null && id !== null) await this.rules.change(id, body, edit);
    if (kind === 'remove' && id !== null) await this.rules.remove(id, edit.at);
  }

  private async known(): Promise<{ existing: ExistingRule[]; names: KnownNames }> {
    const [rules, channels] = await Promise.all([this.rules.list(), this.channels.list()]);
    const existing = rules.map((rule) => ({ id: rule.id, body: alertRuleInput.strip().parse(rule) }));
    return {
      existing,
      names: {
        channels: uniqueNames(channels),
        rules: uniqueNames(rules),
      },
    };
  }
}

function uniqueNames(things: readonly { id: string; name: string }[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of things) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(things.map(({ id, name }) => [id, counts.get(name) === 1 ? name : id]));
}

function read(yaml: string, names: KnownNames): ReturnType<typeof readRules> {
  try {
    return readRules(yaml, names);
  } catch (error) {
    if (!(error instanceof RulesFileError)) throw error;
    throw new InvalidInputError([{ path: 'yaml', message: error.message }]);
  }
}
