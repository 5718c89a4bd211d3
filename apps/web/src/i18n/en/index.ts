import { alertRules } from './alert-rules.js';
import { alerts } from './alerts.js';
import { articles } from './articles.js';
import { catalogue } from './catalogue.js';
import { chart } from './chart.js';
import { compare } from './compare.js';
import { coverage } from './coverage.js';
import { doors } from './doors.js';
import { missing } from './missing.js';
import { filter } from './filter.js';
import { reports } from './reports.js';
import { dashboards } from './dashboards.js';
import { languages } from './languages.js';
import { stories } from './stories.js';
import { judging } from './judging.js';
import { outlets } from './outlets.js';
import { quality } from './quality.js';
import { rereading } from './rereading.js';
import { session } from './session.js';
import { settings } from './settings.js';
import { shell } from './shell.js';
import { sources } from './sources.js';
import { states } from './states.js';

export const en = {
  alertRules,
  alerts,
  reports,
  shell,
  states,
  session,
  doors,
  missing,
  filter,
  chart,
  compare,
  coverage,
  outlets,
  dashboards,
  languages,
  stories,
  articles,
  judging,
  quality,
  rereading,
  sources,
  catalogue,
  settings,
};
