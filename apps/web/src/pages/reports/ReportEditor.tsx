import { ArrowLeftOutlined, ScheduleOutlined, ShareAltOutlined } from '@ant-design/icons';
import { type Report, type ReportBlock, type ReportDocument } from '@timbre/contracts';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';
import { useMay } from '../../session/use-session.js';
import { BlockEditor } from './BlockEditor.js';
import { blockKinds, newBlock } from './new-block.js';
import { ReportDownload } from './ReportDownload.js';
import { ReportPreview } from './ReportPreview.js';
import { ReportSettings } from './ReportSettings.js';
import { SchedulePanel } from './SchedulePanel.js';
import { SharePanel } from './SharePanel.js';
import { useSaveReport } from './use-save-report.js';

interface Props {
  saved: Report | null;
  document: ReportDocument;
}

/** Settings and blocks on one side, the report as it will be on the other. */
export function ReportEditor({ saved, document: initial }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('analyst');
  const [document, setDocument] = useState(initial);
  const [panel, setPanel] = useState<'schedules' | 'shares' | null>(null);
  const save = useSaveReport(saved);
  const { blocks } = document;
  const setBlocks = (changed: ReportBlock[]) => setDocument({ ...document, blocks: changed });
  const move = (index: number, by: number) => {
    const changed = [...blocks];
    const [block] = changed.splice(index, 1);
    if (block) changed.splice(index + by, 0, block);
    setBlocks(changed);
  };
  const said = saved
    ? t('reports.version', { version: saved.version, when: format.relative(saved.updatedAt) })
    : t('reports.unsaved');
  return (
    <>
      <div className="page-head">
        <div>
          <Link to="/reports" className="meta">
            <ArrowLeftOutlined /> {t('reports.back')}
          </Link>
          <h1>{document.name}</h1>
          <p>{said}</p>
        </div>
        <div className="page-tools">
          <ReportDownload document={document} />
          {may && saved && (
            <>
              <Button icon={<ShareAltOutlined />} onClick={() => setPanel('shares')}>
                {t('reports.share')}
              </Button>
              <Button icon={<ScheduleOutlined />} onClick={() => setPanel('schedules')}>
                {t('reports.schedule')}
              </Button>
            </>
          )}
          {may && (
            <Button
              type="primary"
              loading={save.isPending}
              disabled={document.name.trim() === '' || (saved !== null && document === initial)}
              onClick={() => save.mutate(document)}
            >
              {t('reports.save')}
            </Button>
          )}
        </div>
      </div>
      <div className="report-editor">
        <div className="report-side">
          <ReportSettings document={document} onChange={setDocument} />
          <h2 className="reports-heading">{t('reports.blocks')}</h2>
          <ol className="block-list">
            {blocks.map((block, index) => (
              <BlockEditor
                key={block.id}
                block={block}
                first={index === 0}
                last={index === blocks.length - 1}
                only={blocks.length === 1}
                onChange={(changed) => setBlocks(blocks.map((one) => (one.id === block.id ? changed : one)))}
                onMove={(by) => move(index, by)}
                onRemove={() => setBlocks(blocks.filter(({ id }) => id !== block.id))}
              />
            ))}
          </ol>
          <Select
            value={null}
            placeholder={t('reports.addBlock')}
            aria-label={t('reports.addBlock')}
            disabled={blocks.length >= 60}
            options={blockKinds.map((value) => ({ value, label: t(`reports.kinds.${value}`) }))}
            onChange={(kind: ReportBlock['kind'] | null) => kind && setBlocks([...blocks, newBlock(kind, blocks)])}
          />
        </div>
        <ReportPreview document={document} />
      </div>
      {saved && panel === 'schedules' && <SchedulePanel report={saved} onClose={() => setPanel(null)} />}
      {saved && panel === 'shares' && <SharePanel report={saved} onClose={() => setPanel(null)} />}
    </>
  );
}
