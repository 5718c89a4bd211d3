import { Alert, Button, Drawer, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

interface Props {
  title: string;
  edited: { version: number; updatedAt: string; builtIn: boolean } | null;
  error: Error | null;
  saving: boolean;
  canSave: boolean;
  onSave: () => void;
  onRemove?: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** What the editors of topics and of entities share: title, version, error, save, remove. */
export function EditorFrame(props: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { edited, error } = props;
  return (
    <Drawer
      open
      title={props.title}
      onClose={props.onClose}
      size={560}
      closable={{ 'aria-label': t('shell.close') }}
      footer={
        <div className="editor-foot">
          <Button type="primary" loading={props.saving} disabled={!props.canSave} onClick={props.onSave}>
            {t('catalogue.save')}
          </Button>
          <Button onClick={props.onClose}>{t('catalogue.cancel')}</Button>
          {props.onRemove && (
            <Popconfirm title={t('catalogue.removeConfirm')} okText={t('catalogue.remove')} onConfirm={props.onRemove}>
              <Button type="text">{t('catalogue.remove')}</Button>
            </Popconfirm>
          )}
        </div>
      }
    >
      {edited && (
        <p className="meta">
          {t('catalogue.version', { version: edited.version, when: format.relative(edited.updatedAt) })}
          {edited.builtIn && ` · ${t('catalogue.builtIn')}`}
        </p>
      )}
      {error && <Alert type="error" showIcon title={error.message} className="form-error" />}
      <div className="editor">{props.children}</div>
    </Drawer>
  );
}

export function EditorField({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <label className="editor-field">
      <span>{label}</span>
      {children}
      {hint && <span className="meta">{hint}</span>}
    </label>
  );
}
