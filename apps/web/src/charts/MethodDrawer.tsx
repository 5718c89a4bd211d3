import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';

/** How the numbers are made, in a page's worth of words. */
export default function MethodDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const paragraphs = [
    t('chart.method.score'),
    t('chart.method.net'),
    t('chart.method.interval'),
    t('chart.method.story'),
    t('chart.method.gap'),
    t('chart.method.version'),
  ];
  return (
    <Drawer
      open
      title={t('chart.method.title')}
      onClose={onClose}
      size={420}
      closable={{ 'aria-label': t('shell.close') }}
    >
      {paragraphs.map((text) => (
        <p key={text} className="prose">
          {text}
        </p>
      ))}
    </Drawer>
  );
}
