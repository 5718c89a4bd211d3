import type { Catalogue, CorrectionInput } from '@timbre/contracts';
import { InvalidInputError } from '@timbre/platform';

/**
 * Gives a named speaker or subject the entity that the catalogue knows under exactly this name, so that a correction
 * counts for the same person or thing as a reading does. What the caller says is kept.
 *
 * @throws InvalidInputError for an entity that the catalogue does not have.
 */
export function resolveNames(input: CorrectionInput, catalogue: Catalogue): CorrectionInput {
  if (input.kind === 'mention' || input.value === 'confirm') return input;
  const { speaker, speakerEntity } = input.value;
  const spoke = entityOf('speakerEntity', speaker, speakerEntity, catalogue);
  const said = spoke === undefined ? {} : { speakerEntity: spoke };
  if (input.kind === 'quote') return { ...input, value: { ...input.value, ...said } };
  const { subject, subjectEntity } = input.value;
  const about = entityOf('subjectEntity', subject, subjectEntity, catalogue);
  return { ...input, value: { ...input.value, ...said, ...(about === undefined ? {} : { subjectEntity: about }) } };
}

function entityOf(
  field: string,
  name: string | null | undefined,
  entity: string | undefined,
  { entities }: Catalogue,
): string | undefined {
  if (entity !== undefined) {
    if (entities.some(({ id }) => id === entity)) return entity;
    const message = `The catalogue has no entity "${entity}". Leave it out, or add the entity first.`;
    throw new InvalidInputError([{ path: `value.${field}`, message }]);
  }
  const asked = name?.toLowerCase();
  if (asked === undefined) return undefined;
  return entities.find(({ names, aliases }) =>
    [names.en, names.zh, ...aliases.map(({ text }) => text)].some((known) => known?.toLowerCase() === asked),
  )?.id;
}
