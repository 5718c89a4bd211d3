import { Injectable } from '@nestjs/common';
import { CatalogueService } from '@timbre/catalogue';
import { ALL_COVERAGE, type AlertForEach, type AlertRuleInput } from '@timbre/contracts';
import type { AlertMessage, MessageLanguage } from './alert-message.js';

/** What a rule is about, as messages call it. */
@Injectable()
export class TargetNames {
  constructor(private readonly catalogue: CatalogueService) {}

  /** @param series name of the series, where it is an outlet or a language: targets are called by the catalogue. */
  async of(
    { filter }: AlertRuleInput,
    by: AlertForEach['by'] | undefined,
    series: string | undefined,
  ): Promise<AlertMessage['targets']> {
    const narrowed = series === undefined || by === 'topic' || by === 'entity' ? '' : ` · ${series}`;
    const targets = filter.targets.filter((target) => target !== ALL_COVERAGE);
    if (targets.length === 0) return { en: `all coverage${narrowed}`, zh: `全部报道${narrowed}` };
    const { catalogue } = await this.catalogue.current();
    const nameOf = (target: string, language: MessageLanguage): string => {
      const [kind, id] = [target.slice(0, target.indexOf(':')), target.slice(target.indexOf(':') + 1)];
      const item = (kind === 'topic' ? catalogue.topics : catalogue.entities).find((one) => one.id === id);
      return (language === 'zh' ? item?.names.zh : undefined) ?? item?.names.en ?? id;
    };
    return {
      en: targets.map((target) => nameOf(target, 'en')).join(', ') + narrowed,
      zh: targets.map((target) => nameOf(target, 'zh')).join('、') + narrowed,
    };
  }
}
