import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { request } from '../api/client.js';
import { sessionQuery } from '../api/queries.js';
import { DoorPage } from './DoorPage.js';

interface Owner {
  email: string;
  name: string;
  password: string;
}
const SHORTEST_PASSWORD = 12;

/** First start: whoever holds the one-time link becomes the owner. */
export default function SetupPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const token = useSearchParams()[0].get('token');
  const setup = useMutation({
    mutationFn: (owner: Owner) => request('session', '/setup', { method: 'POST', body: { ...owner, token } }),
    onSuccess: (state) => {
      client.clear();
      client.setQueryData(sessionQuery().queryKey, state);
      void navigate('/', { replace: true });
    },
  });
  const needed = [{ required: true, message: '' }];
  return (
    <DoorPage title={t('session.setupTitle')} hint={t('session.setupHint')}>
      {token === null && <Alert type="warning" showIcon title={t('session.tokenMissing')} />}
      {setup.error && <Alert type="error" showIcon title={setup.error.message} />}
      <Form<Owner> layout="vertical" requiredMark={false} onFinish={(owner) => setup.mutate(owner)}>
        <Form.Item name="name" label={t('session.name')} rules={needed}>
          <Input autoComplete="name" autoFocus size="large" />
        </Form.Item>
        <Form.Item name="email" label={t('session.email')} rules={needed}>
          <Input type="email" autoComplete="username" size="large" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('session.password')}
          extra={t('session.passwordHint')}
          rules={[{ required: true, min: SHORTEST_PASSWORD, message: t('session.passwordHint') }]}
        >
          <Input.Password autoComplete="new-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={setup.isPending} disabled={token === null}>
          {t('session.create')}
        </Button>
      </Form>
    </DoorPage>
  );
}
