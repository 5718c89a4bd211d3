import { QuestionCircleOutlined, SearchOutlined, ThunderboltOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { jobsQuery } from '../api/queries.js';
import { AccountMenu } from './AccountMenu.js';

interface Props {
  onPalette: () => void;
  onJobs: () => void;
  onHelp: () => void;
}

export function TopBar({ onPalette, onJobs, onHelp }: Props) {
  const { t } = useTranslation();
  const jobs = useQuery(jobsQuery());
  const running = jobs.data?.filter((job) => job.state === 'running' || job.state === 'waiting').length ?? 0;
  const jobsName = running > 0 ? t('shell.jobsRunning', { count: running }) : t('shell.jobs');
  return (
    <header className="topbar">
      <button type="button" className="search-door" onClick={onPalette} aria-label={t('shell.searchLabel')}>
        <SearchOutlined aria-hidden="true" />
        <span>{t('shell.search')}</span>
        <kbd>⌘K</kbd>
      </button>
      <div className="topbar-tools">
        <Tooltip title={jobsName}>
          <Badge count={running} size="small">
            <Button type="text" icon={<ThunderboltOutlined />} onClick={onJobs} aria-label={jobsName} />
          </Badge>
        </Tooltip>
        <Tooltip title={t('shell.help')}>
          <Button
            type="text"
            className="wide-only"
            icon={<QuestionCircleOutlined />}
            onClick={onHelp}
            aria-label={t('shell.help')}
          />
        </Tooltip>
        <AccountMenu />
      </div>
    </header>
  );
}
