import type { MigrationClass } from '@timbre/platform';
import { CreateCoverage1795400000000 } from './1795400000000-create-coverage.js';
import { CreateArticlePush1795400000001 } from './1795400000001-create-article-push.js';
import { CreateCorrection1795400000010 } from './1795400000010-create-correction.js';
import { CreateMonthRollups1795400000020 } from './1795400000020-create-month-rollups.js';
import { CreateAnnotation1795400000050 } from './1795400000050-create-annotation.js';
import { CreateScorer1795400000060 } from './1795400000060-create-scorer.js';
import { AddTextRemoval1795400000070 } from './1795400000070-add-text-removal.js';

/** The tables of articles, readings and roll-ups. */
export const coverageMigrations: MigrationClass[] = [
  CreateCoverage1795400000000,
  CreateArticlePush1795400000001,
  CreateCorrection1795400000010,
  CreateMonthRollups1795400000020,
  CreateAnnotation1795400000050,
  CreateScorer1795400000060,
  AddTextRemoval1795400000070,
];
