import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { ApiError } from '../api/api-error.js';
import { request } from '../api/client.js';
import { sessionQuery } from '../api/queries.js';
import { DoorPage } from './DoorPage.js';
import { safeNext } from './safe-next.js';

interface Credentials {
  email: string;
  password: string;
}

export default function LoginPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const session = useQuery(sessionQuery());
  const login = useMutation({
    mutationFn: (body: Credentials) => request('session', '/session', { method: 'POST', body }),
    onSuccess: (state) => {
      client.clear();
      client.setQueryData(sessionQuery().queryKey, state);
      void navigate(safeNext(search.get('next')), { replace: true });
    },
  });
  const { error } = login;
  const problem =
    error instanceof ApiError
      ? error.status === 429
        ? t('session.tooMany')
        : error.status === 0
          ? t('states.unreachable')
          : error.status < 500
            ? t('session.wrong')
            : error.message
      : null;
  return (
    <DoorPage title={t('session.title')} hint={t('session.tagline')}>
      {session.data?.setupNeeded && <Alert type="info" showIcon title={t('session.setupNeeded')} />}
      {search.has('next') && !problem && <Alert type="info" showIcon title={t('session.expired')} />}
      {problem && <Alert type="error" showIcon title={problem} />}
      <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(values) => login.mutate(values)}>
        <Form.Item name="email" label={t('session.email')} rules={[{ required: true, message: '' }]}>
          <Input type="email" autoComplete="username" autoFocus size="large" />
        </Form.Item>
        <Form.Item name="password" label={t('session.password')} rules={[{ required: true, message: '' }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={login.isPending}>
          {t('session.signIn')}
        </Button>
      </Form>
    </DoorPage>
  );
}
