import type { LanguageLead, TargetInLanguages } from '@timbre/contracts';
import { difference } from '@timbre/metrics';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FilterState } from '../../filter/filter-state.js';
import { filterSearch } from '../../filter/filter-url.js';
import { DifferenceText } from '../../format/DifferenceText.js';
import { useTargetName } from '../../format/use-target-name.js';
import { SideScore } from './SideScore.js';

interface Props {
  rows: readonly TargetInLanguages[];
  languages: readonly [string, string];
  filter: FilterState;
}

/** Each subject in both languages: tone, difference, and who wrote first. */
export function SubjectTable({ rows, languages, filter }: Props) {
  const { t } = useTranslation();
  const nameOf = useTargetName();
  const search = filterSearch({ ...filter, targets: [] });
  return (
    <section className="card" aria-label={t('languages.targetsTitle')}>
      <h2>{t('languages.targetsTitle')}</h2>
      <p className="card-subtitle">{t('languages.targetsSubtitle')}</p>
      <Table<TargetInLanguages>
        rowKey="target"
        dataSource={[...rows]}
        size="middle"
        scroll={{ x: 720 }}
        pagination={false}
        columns={[
          {
            title: t('languages.target'),
            key: 'name',
            render: (_, row) => (
              <Link to={`/targets/${encodeURIComponent(row.target)}${search}`}>{nameOf(row.target, row.name)}</Link>
            ),
          },
          { title: languages[0], key: 'first', render: (_, { sides }) => <SideScore {...sides[0]} /> },
          { title: languages[1], key: 'second', render: (_, { sides }) => <SideScore {...sides[1]} /> },
          {
            title: t('languages.gap'),
            key: 'gap',
            render: (_, { sides }) => <DifferenceText difference={difference(sides[0].net, sides[1].net)} />,
          },
          {
            title: t('languages.lead'),
            key: 'lead',
            render: (_, { lead }) => <LeadText lead={lead} languages={languages} />,
          },
        ]}
      />
    </section>
  );
}

function LeadText({ lead, languages }: { lead: LanguageLead | null; languages: readonly [string, string] }) {
  const { t } = useTranslation();
  if (lead === null) return <span className="meta">{t('languages.noLead')}</span>;
  const hint = t('languages.leadHint', { value: lead.correlation.toFixed(2) });
  if (lead.hours === 0) return <span title={hint}>{t('languages.together')}</span>;
  const language = lead.hours > 0 ? languages[0] : languages[1];
  const hours = t('languages.hours', { count: Math.abs(lead.hours) });
  return <span title={hint}>{t('languages.leads', { language, hours })}</span>;
}
