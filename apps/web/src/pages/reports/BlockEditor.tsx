import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { type ReportBlock, reportChart } from '@timbre/contracts';
import { Button, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  block: ReportBlock;
  first: boolean;
  last: boolean;
  only: boolean;
  onChange: (block: ReportBlock) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const dimensions = ['source', 'language', 'topic', 'entity'] as const;

/** One block: what it is, its heading, and the setting of its kind. */
export function BlockEditor({ block, first, last, only, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation();
  const name = t(`reports.kinds.${block.kind}`);
  return (
    <li className="card block">
      <div className="block-head">
        <strong>{name}</strong>
        <span>
          <Button
            type="text"
            size="small"
            icon={<ArrowUpOutlined />}
            disabled={first}
            aria-label={`${t('reports.up')}: ${name}`}
            onClick={() => onMove(-1)}
          />
          <Button
            type="text"
            size="small"
            icon={<ArrowDownOutlined />}
            disabled={last}
            aria-label={`${t('reports.down')}: ${name}`}
            onClick={() => onMove(1)}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            disabled={only}
            aria-label={`${t('reports.remove')}: ${name}`}
            onClick={onRemove}
          />
        </span>
      </div>
      <Input
        value={block.title ?? ''}
        maxLength={200}
        placeholder={t('reports.heading')}
        aria-label={`${t('reports.heading')}: ${name}`}
        onChange={(event) => onChange({ ...block, title: event.target.value })}
      />
      {block.kind === 'text' && (
        <Input.TextArea
          value={block.markdown}
          autoSize={{ minRows: 3, maxRows: 16 }}
          placeholder={t('reports.markdown')}
          aria-label={t('reports.markdown')}
          onChange={(event) => onChange({ ...block, markdown: event.target.value })}
        />
      )}
      {block.kind === 'chart' && (
        <Select
          value={block.chart}
          aria-label={t('reports.kinds.chart')}
          options={reportChart.options.map((value) => ({ value, label: t(`reports.charts.${value}`) }))}
          onChange={(chart) => onChange({ ...block, chart })}
        />
      )}
      {block.kind === 'table' && (
        <Select
          value={block.by}
          aria-label={t('reports.kinds.table')}
          options={dimensions.map((value) => ({ value, label: t(`reports.tables.${value}`) }))}
          onChange={(by) => onChange({ ...block, by })}
        />
      )}
      {'most' in block && (
        <InputNumber
          value={block.most}
          min={1}
          max={100}
          prefix={t('reports.most')}
          aria-label={`${t('reports.most')}: ${name}`}
          onChange={(most) => most !== null && onChange({ ...block, most })}
        />
      )}
    </li>
  );
}
