import { Injectable } from '@nestjs/common';
import type { Source, SourcePreset } from '@timbre/contracts';
import { InvalidInputError } from '@timbre/platform';
import { SourceRepository } from '../sources/source.repository.js';
import { SourceService } from '../sources/source.service.js';
import { loadPresets } from './load-presets.js';

@Injectable()
export class PresetService {
  constructor(
    private readonly sources: SourceRepository,
    private readonly sourceService: SourceService,
  ) {}

  async all(): Promise<SourcePreset[]> {
    const [presets, sources] = await Promise.all([loadPresets(), this.sources.listed()]);
    const known = new Set(sources.map((source) => source.url));
    return presets.map((preset) => ({ ...preset, chosen: known.has(preset.url) }));
  }

  /** Adds the chosen ones that are not there yet. */
  async choose(ids: readonly string[]): Promise<Source[]> {
    const presets = await this.all();
    const unknown = ids.find((id) => !presets.some((preset) => preset.id === id));
    if (unknown !== undefined)
      throw new InvalidInputError([{ path: 'ids', message: `there is no preset "${unknown.slice(0, 100)}"` }]);
    const wanted = presets.filter((preset) => ids.includes(preset.id) && !preset.chosen);
    return Promise.all(
      wanted.map(({ name, url, outlet, language }) =>
        this.sourceService.add({
          name,
          kind: 'feed',
          url,
          outlet,
          language,
          reach: 1,
          fetchPages: true,
          enabled: true,
        }),
      ),
    );
  }
}
