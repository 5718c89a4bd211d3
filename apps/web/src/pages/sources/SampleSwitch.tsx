import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSample } from '../../api/use-sample.js';

/** Sample coverage on or off, one click each way. */
export function SampleSwitch({ loaded }: { loaded: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sample = useSample();
  const run = (what: 'load' | 'remove') =>
    sample.mutate(what, {
      onSuccess: () => void message.success(t('states.started')),
      onError: (error) => void message.error(error.message),
    });
  return (
    <section className="sample-switch" aria-label={t('sources.sample')}>
      <div>
        <h2>{t('sources.sample')}</h2>
        <p className="meta">{loaded ? t('sources.sampleOffHint') : t('sources.sampleOnHint')}</p>
      </div>
      {loaded ? (
        <Popconfirm title={t('sources.sampleOffHint')} okText={t('sources.remove')} onConfirm={() => run('remove')}>
          <Button loading={sample.isPending}>{t('sources.sampleOff')}</Button>
        </Popconfirm>
      ) : (
        <Button loading={sample.isPending} onClick={() => run('load')}>
          {t('sources.sampleOn')}
        </Button>
      )}
    </section>
  );
}
