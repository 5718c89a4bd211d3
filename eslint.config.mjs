import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const serverOnly = ['@nestjs/*', 'typeorm', 'bullmq', 'ioredis', 'pg', 'express', 'undici', 'pino'];
const nodeInputOutput = [
  'node:fs',
  'node:fs/promises',
  'node:net',
  'node:http',
  'node:https',
  'node:child_process',
  'node:worker_threads',
  'fs',
  'net',
  'http',
  'https',
  'child_process',
];
const features = ['collection', 'catalogue', 'coverage', 'alerting', 'reporting', 'identity'];

/** Which features a feature may import, in the order reporting → alerting → coverage → catalogue, collection. */
const featureOrder = {
  collection: [],
  catalogue: [],
  coverage: ['catalogue', 'collection'],
  alerting: ['coverage', 'catalogue', 'collection'],
  reporting: ['alerting', 'coverage', 'catalogue', 'collection'],
  identity: [],
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.timbre/**', '**/fixtures/**', '**/*.d.ts'] },
  tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: true,
          allow: [],
          // The command line loads a library only when a command needs it; the files of that command then import it as usual.
          checkDynamicDependenciesExceptions: ['@timbre/.*'],
          depConstraints: [
            { sourceTag: 'scope:contracts', onlyDependOnLibsWithTags: ['scope:contracts'] },
            { sourceTag: 'scope:metrics', onlyDependOnLibsWithTags: ['scope:contracts'] },
            { sourceTag: 'scope:charts', onlyDependOnLibsWithTags: ['scope:contracts', 'scope:metrics'] },
            { sourceTag: 'scope:analysis', onlyDependOnLibsWithTags: ['scope:contracts'] },
            {
              sourceTag: 'type:pure',
              onlyDependOnLibsWithTags: ['type:pure'],
              bannedExternalImports: [...serverOnly, 'react', 'react-dom', 'antd'],
            },
            { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:pure'] },
            ...features.map((feature) => ({
              sourceTag: `scope:${feature}`,
              onlyDependOnLibsWithTags: [
                'type:pure',
                'type:platform',
                ...featureOrder[feature].map((name) => `scope:${name}`),
                'type:testing',
              ],
            })),
            { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:pure', 'type:platform'] },
            {
              sourceTag: 'type:app',
              onlyDependOnLibsWithTags: ['type:feature', 'type:platform', 'type:pure', 'type:app', 'type:testing'],
            },
            {
              sourceTag: 'type:web',
              onlyDependOnLibsWithTags: ['scope:contracts', 'scope:charts', 'scope:metrics'],
              bannedExternalImports: serverOnly,
            },
            {
              sourceTag: 'type:test',
              onlyDependOnLibsWithTags: ['type:testing', 'type:pure', 'type:platform', 'type:feature', 'type:app'],
            },
          ],
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['libs/{contracts,analysis,metrics,charts}/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/load-*.ts', '**/train*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: nodeInputOutput.map((name) => ({
            name,
            message:
              'Pure libraries do no I/O; take the data as a parameter, or put the reading of shipped files in load-*.ts.',
          })),
        },
      ],
    },
  },
  {
    files: ['libs/{collection,catalogue,coverage,alerting,reporting,identity}/src/**/*.ts', 'apps/**/*.ts'],
    ignores: ['**/*.entity.ts', '**/*.repository.ts', '**/*.module.ts', '**/migrations/**', '**/*spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'typeorm', message: 'TypeORM lives in *.entity.ts, *.repository.ts and migrations.' },
            {
              name: '@nestjs/typeorm',
              message: 'TypeORM lives in *.entity.ts, *.repository.ts, *.module.ts and migrations.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.{ts,tsx}'],
    ignores: ['libs/platform/src/settings/**', 'libs/testing/**', '**/*spec.ts', '**/vitest.config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Read settings through @timbre/platform; process.env is read in one place.',
        },
      ],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  prettier,
);
