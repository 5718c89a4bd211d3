import type { ApiToken, TokenScope } from '@timbre/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Popconfirm, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { request, send } from '../../api/client.js';
import { tokensQuery } from '../../api/queries.js';
import { useFormat } from '../../format/use-format.js';
import { useMay } from '../../session/use-session.js';
import { ErrorState } from '../../states/ErrorState.js';

const readerScopes: readonly TokenScope[] = ['read'];
const analystScopes: readonly TokenScope[] = [
  'read',
  'articles:write',
  'sources:write',
  'catalogue:write',
  'alerts:write',
  'reports:write',
];

/** Tokens for scripts; a secret is shown once and never again. */
export function TokensPanel() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const tokens = useQuery(tokensQuery());
  const analyst = useMay('analyst');
  const admin = useMay('admin');
  const scopes = [...(analyst ? analystScopes : readerScopes), ...(admin ? (['admin'] as const) : [])];
  const refresh = () => void client.invalidateQueries({ queryKey: tokensQuery().queryKey });
  const create = useMutation({
    mutationFn: (body: { name: string; scopes: TokenScope[] }) =>
      request('tokenCreated', '/tokens', { method: 'POST', body }),
    onSuccess: refresh,
    onError: (error) => void message.error(error.message),
  });
  const revoke = useMutation({
    mutationFn: (id: string) => send(`/tokens/${id}`, { method: 'DELETE' }),
    onSuccess: refresh,
    onError: (error) => void message.error(error.message),
  });
  const copy = async (secret: string) => {
    await navigator.clipboard.writeText(secret);
    void message.success(t('shell.copied'));
  };
  if (tokens.isError) return <ErrorState error={tokens.error} retry={() => void tokens.refetch()} />;
  return (
    <div className="settings-panel">
      <p className="meta">{t('settings.tokensHint')}</p>
      {create.data && (
        <Alert
          type="info"
          showIcon
          title={t('settings.secretOnce')}
          description={<code className="secret">{create.data.secret}</code>}
          action={<Button onClick={() => void copy(create.data.secret)}>{t('settings.copy')}</Button>}
        />
      )}
      {tokens.data?.length === 0 && <p>{t('settings.tokensNone')}</p>}
      <ul className="tokens">
        {tokens.data?.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={() => revoke.mutate(token.id)} />
        ))}
      </ul>
      <Form
        layout="vertical"
        requiredMark={false}
        className="add-user"
        initialValues={{ scopes: ['read'] }}
        onFinish={(values: { name: string; scopes: TokenScope[] }) => create.mutate(values)}
      >
        <Form.Item name="name" label={t('settings.tokenName')} rules={[{ required: true, message: '' }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="scopes" label={t('settings.scopes')} rules={[{ required: true, message: '' }]}>
          <Select mode="multiple" options={scopes.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Button htmlType="submit" type="primary" loading={create.isPending}>
          {t('settings.create')}
        </Button>
      </Form>
    </div>
  );
}

function TokenRow({ token, onRevoke }: { token: ApiToken; onRevoke: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <div>
        <strong>{token.name}</strong>
        <p className="meta">
          {token.scopes.join(', ')} · {t('settings.created', { when: format.relative(token.createdAt) })} ·{' '}
          {token.lastUsedAt
            ? t('settings.lastUsed', { when: format.relative(token.lastUsedAt) })
            : t('settings.neverUsed')}
        </p>
      </div>
      <Popconfirm title={t('settings.revokeConfirm')} okText={t('settings.revoke')} onConfirm={onRevoke}>
        <Button size="small">{t('settings.revoke')}</Button>
      </Popconfirm>
    </li>
  );
}
