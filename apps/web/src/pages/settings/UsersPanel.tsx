import type { Role, User } from '@timbre/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { request, send } from '../../api/client.js';
import { usersQuery } from '../../api/queries.js';
import { RelativeTime } from '../../format/RelativeTime.js';
import { useUser } from '../../session/use-session.js';
import { ErrorState } from '../../states/ErrorState.js';

const roles: readonly Role[] = ['viewer', 'analyst', 'admin'];

export function UsersPanel() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const me = useUser();
  const client = useQueryClient();
  const users = useQuery(usersQuery());
  const refresh = () => void client.invalidateQueries({ queryKey: usersQuery().queryKey });
  const change = useMutation({
    mutationFn: ({ id, ...body }: { id: string; role?: Role; disabled?: boolean }) =>
      send(`/users/${id}`, { method: 'PATCH', body }),
    onSuccess: refresh,
    onError: (error) => void message.error(error.message),
  });
  const options = roles.map((value) => ({ value, label: t(`settings.roles.${value}`) }));
  if (users.isError) return <ErrorState error={users.error} retry={() => void users.refetch()} />;
  return (
    <div className="settings-panel settings-wide">
      <p className="meta">{t('settings.usersHint')}</p>
      <Table<User>
        rowKey="id"
        loading={users.isPending}
        dataSource={users.data}
        pagination={false}
        scroll={{ x: 640 }}
        columns={[
          { title: t('settings.name'), dataIndex: 'name' },
          { title: t('settings.email'), dataIndex: 'email' },
          {
            title: t('settings.role'),
            key: 'role',
            render: (_, user) => (
              <Select<Role>
                aria-label={`${t('settings.role')}: ${user.name}`}
                value={user.role}
                disabled={user.id === me.id}
                popupMatchSelectWidth={false}
                onChange={(role) => change.mutate({ id: user.id, role })}
                options={options}
              />
            ),
          },
          {
            title: t('settings.lastSeen'),
            key: 'seen',
            render: (_, user) => (user.lastSeenAt ? <RelativeTime at={user.lastSeenAt} /> : t('settings.never')),
          },
          {
            title: '',
            key: 'disable',
            render: (_, user) => (
              <Button
                size="small"
                disabled={user.id === me.id}
                onClick={() => change.mutate({ id: user.id, disabled: !user.disabled })}
              >
                {user.disabled ? t('settings.enable') : t('settings.disable')}
              </Button>
            ),
          },
        ]}
        rowClassName={(user) => (user.disabled ? 'row-disabled' : '')}
      />
      <AddUser onAdded={refresh} options={options} />
    </div>
  );
}

function AddUser({ onAdded, options }: { onAdded: () => void; options: { value: Role; label: string }[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const add = useMutation({
    mutationFn: (body: unknown) => request('user', '/users', { method: 'POST', body }),
    onSuccess: () => {
      form.resetFields();
      onAdded();
    },
    onError: (error) => void message.error(error.message),
  });
  const needed = [{ required: true, message: '' }];
  return (
    <>
      <h2>{t('settings.addUser')}</h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="add-user"
        initialValues={{ role: 'viewer' }}
        onFinish={(values) => add.mutate(values)}
      >
        <Form.Item name="name" label={t('settings.name')} rules={needed}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={t('settings.email')} rules={needed}>
          <Input type="email" autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t('settings.role')}>
          <Select options={options} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('settings.initialPassword')}
          rules={[{ required: true, min: 12, message: t('session.passwordHint') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button htmlType="submit" type="primary" loading={add.isPending}>
          {t('settings.add')}
        </Button>
      </Form>
    </>
  );
}
