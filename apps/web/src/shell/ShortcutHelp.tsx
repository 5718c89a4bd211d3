import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const rows: [string, string][] = [
    ['/', t('shell.helpSearch')],
    ['⌘K', t('shell.helpPalette')],
    ['f', t('shell.helpFilter')],
    ['[  ]', t('shell.helpPeriod')],
    ['?', t('shell.helpHelp')],
  ];
  return (
    <Modal open title={t('shell.help')} onCancel={onClose} footer={null} width={380}>
      <dl className="shortcuts">
        {rows.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
