import type { ReportDestination, ReportLocale } from '@timbre/contracts';
import { reportLocale } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { alertChannelsQuery } from '../../api/alert-queries.js';

interface Props {
  value: readonly ReportDestination[];
  onChange: (destinations: ReportDestination[]) => void;
}

type Tongue = ReportLocale | 'own';
const tongues: readonly Tongue[] = ['own', ...reportLocale.options];

/** Where a report goes: addresses by language, channels, a folder of the server. */
export function DestinationFields({ value, onChange }: Props) {
  const { t } = useTranslation();
  const channels = useQuery(alertChannelsQuery()).data ?? [];
  const folder = value.find((one) => one.kind === 'folder')?.folder ?? '';
  const addresses = (tongue: Tongue): string[] =>
    value.flatMap((one) => (one.kind === 'mail' && (one.locale ?? 'own') === tongue ? [one.address] : []));
  const setAddresses = (tongue: Tongue, chosen: readonly string[]): void =>
    onChange([
      ...value.filter((one) => one.kind !== 'mail' || (one.locale ?? 'own') !== tongue),
      ...chosen.map((address) => ({ kind: 'mail' as const, address, ...(tongue !== 'own' && { locale: tongue }) })),
    ]);
  return (
    <>
      {tongues.map((tongue) => (
        <label key={tongue} className="wide">
          <span>
            {t('reports.recipients')} · {tongue === 'own' ? t('reports.ownLanguage') : t(`reports.locales.${tongue}`)}
          </span>
          <Select
            mode="tags"
            value={addresses(tongue)}
            open={false}
            suffixIcon={null}
            tokenSeparators={[',', ' ', ';']}
            onChange={(chosen: string[]) => setAddresses(tongue, chosen)}
          />
        </label>
      ))}
      <label className="wide">
        <span>{t('reports.channels')}</span>
        <Select
          mode="multiple"
          value={value.flatMap((one) => (one.kind === 'channel' ? [one.channelId] : []))}
          options={channels.filter(({ kind }) => kind !== 'in-app').map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen: string[]) =>
            onChange([
              ...value.filter(({ kind }) => kind !== 'channel'),
              ...chosen.map((channelId) => ({ kind: 'channel' as const, channelId })),
            ])
          }
        />
      </label>
      <label className="wide">
        <span>{t('reports.folder')}</span>
        <Input
          value={folder}
          maxLength={80}
          onChange={({ target }) =>
            onChange([
              ...value.filter(({ kind }) => kind !== 'folder'),
              ...(target.value === '' ? [] : [{ kind: 'folder' as const, folder: target.value }]),
            ])
          }
        />
      </label>
    </>
  );
}
