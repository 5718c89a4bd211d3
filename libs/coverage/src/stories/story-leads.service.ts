import { Injectable } from '@nestjs/common';
import { MentionRepository } from '../readings/mention.repository.js';
import type { Contribution } from '../rollups/contribution.js';
import { type LockedStory, StoryRepository } from './story.repository.js';

interface LeadChanges {
  /** The lead article of each story; null when none of its articles has a reading. */
  leads: Map<string, string | null>;
  added: Contribution[];
  removed: Contribution[];
}

/**
 * Keeps "the first article of a story" true: exactly one of the articles that have a reading carries the flag, the
 * earliest. When an earlier copy arrives late, the flag moves, and the roll-ups get the difference.
 */
@Injectable()
export class StoryLeads {
  constructor(
    private readonly stories: StoryRepository,
    private readonly mentions: MentionRepository,
  ) {}

  /**
   * Call it with locked stories, once articles say which of them have readings. Mentions written afterwards must
   * carry the flag that `leads` tells.
   *
   * @param alone - stories of one article whose mentions are yet to be written, with that article: no look-up needed.
   */
  async settle(
    stories: ReadonlyMap<string, LockedStory>,
    alone: ReadonlyMap<string, string>,
    zone: string,
  ): Promise<LeadChanges> {
    const unclear = [...stories.keys()].filter((id) => !alone.has(id));
    const earliest = unclear.length > 0 ? await this.stories.earliestRead(unclear) : new Map<string, string>();
    const leads = new Map<string, string | null>();
    const changed: { storyId: string; articleId: string | null }[] = [];
    const gain: string[] = [];
    const lose: string[] = [];
    for (const story of stories.values()) {
      const lead = alone.get(story.id) ?? earliest.get(story.id) ?? null;
      leads.set(story.id, lead);
      if (lead === story.leadArticle) continue;
      changed.push({ storyId: story.id, articleId: lead });
      // Mentions that are yet to be written carry the right flag from the start.
      if (story.leadArticle === null && alone.has(story.id)) continue;
      if (lead !== null) gain.push(lead);
      if (story.leadArticle !== null) lose.push(story.leadArticle);
    }
    await this.stories.setLeads(changed);
    const gained = new Set(gain);
    // An article that changes its story may lose the lead of one and gain that of another.
    const lost = lose.filter((id) => !gained.has(id));
    if (gain.length + lost.length === 0) return { leads, added: [], removed: [] };
    const before = await this.mentions.contributionsOf([...gain, ...lost], zone);
    await this.mentions.setLead(gain, true);
    await this.mentions.setLead(lost, false);
    const turned = before.filter((mention) => mention.lead !== gained.has(mention.articleId));
    return {
      leads,
      removed: turned,
      added: turned.map((mention) => ({ ...mention, lead: !mention.lead })),
    };
  }
}
