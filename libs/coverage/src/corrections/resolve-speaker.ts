import type { Catalogue, CorrectionInput } from '@timbre/contracts';
import { InvalidInputError } from '@timbre/platform';

/**
 * Gives a named speaker the entity that the catalogue knows under exactly this name, so that a correction counts for the
 * same person as a reading does. What the caller says is kept.
 *
 * @throws InvalidInputError for an entity that the catalogue does not have.
 */
export function resolveSpeaker(input: CorrectionInput, { entities }: Catalogue): CorrectionInput {
  if (input.kind === 'mention' || input.value === 'confirm') return input;
  const { speaker, speakerEntity } = input.value;
  if (speakerEntity !== undefined) {
    if (entities.some(({ id }) => id === speakerEntity)) return input;
    const message = `The catalogue has no entity "${speakerEntity}". Leave it out, or add the entity first.`;
    throw new InvalidInputError([{ path: 'value.speakerEntity', message }]);
  }
  if (speaker === undefined || speaker === null) return input;
  const asked = speaker.toLowerCase();
  const known = entities.find(({ names, aliases }) =>
    [names.en, names.zh, ...aliases.map(({ text }) => text)].some((name) => name?.toLowerCase() === asked),
  );
  if (known === undefined) return input;
  const found = { speakerEntity: known.id };
  return input.kind === 'quote'
    ? { ...input, value: { ...input.value, ...found } }
    : { ...input, value: { ...input.value, ...found } };
}
