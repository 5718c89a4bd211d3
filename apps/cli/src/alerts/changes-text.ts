import type { AlertRulesImport } from '@timbre/contracts';

const marks = { create: '+', change: '~', remove: '-', unchanged: '=' } as const;

/** Changes as lines: a mark and the rule, below it the fields with what they were and what they become. */
export function changesText({ applied, changes }: AlertRulesImport): string {
  const lines = changes
    .filter(({ kind }) => kind !== 'unchanged')
    .flatMap(({ kind, name, fields }) => [
      `${marks[kind]} ${name}`,
      ...fields.map(({ field, before, after }) =>
        before === null
          ? `    ${field}: ${after ?? ''}`
          : after === null
            ? `    ${field}: ${before} → (usual)`
            : `    ${field}: ${before} → ${after}`,
      ),
    ]);
  const count = (kind: keyof typeof marks): number => changes.filter((change) => change.kind === kind).length;
  const summary = `${count('create')} new, ${count('change')} changed, ${count('remove')} removed, ${count('unchanged')} as they were`;
  return [...lines, `${summary}${applied ? '' : '; nothing was done'}`, ''].join('\n');
}
