import type { FoundFeed } from '@timbre/contracts';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, type FormInstance, Input, Radio, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { useFormat } from '../../format/use-format.js';
import type { SourceFormValues } from './source-form-values.js';
import { useDoorError } from './use-door-error.js';

/** Takes any address: of a feed, or of a page whose feeds are then offered. */
export function FeedFinder({ form }: { form: FormInstance<SourceFormValues> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const explain = useDoorError();
  const url = Form.useWatch('url', form) ?? '';
  const find = useMutation({
    mutationFn: (address: string) =>
      request('feedSearch', '/sources/discover', { method: 'POST', body: { url: address } }),
    onSuccess: ({ feeds }) => {
      const [only] = feeds;
      if (feeds.length === 1 && only) choose(only);
    },
  });
  const choose = (feed: FoundFeed) => {
    form.setFieldsValue({ url: feed.url });
    if (!form.getFieldValue('name') && feed.title) form.setFieldsValue({ name: feed.title });
  };
  return (
    <>
      <Form.Item label={t('sources.address')} extra={t('doors.findHint')} htmlFor="feed-address">
        <Space.Compact block>
          <Form.Item name="url" noStyle rules={[{ required: true, message: '' }]}>
            <Input id="feed-address" type="url" placeholder="https://" />
          </Form.Item>
          <Button loading={find.isPending} disabled={url === ''} onClick={() => find.mutate(url)}>
            {t('doors.find')}
          </Button>
        </Space.Compact>
      </Form.Item>
      {find.error && <Alert type="error" showIcon title={explain(find.error)} description={find.error.message} />}
      {find.data?.feeds.length === 0 && <Alert type="info" showIcon title={t('doors.noFeed')} className="form-error" />}
      {find.data && find.data.feeds.length > 0 && (
        <Radio.Group
          className="found-feeds"
          aria-label={t('doors.found')}
          value={url}
          onChange={(event) => {
            const feed = find.data.feeds.find((found) => found.url === event.target.value);
            if (feed) choose(feed);
          }}
        >
          {find.data.feeds.map((feed) => (
            <Radio key={feed.url} value={feed.url} disabled={feed.followedAs !== null}>
              <strong>{feed.title ?? feed.url}</strong>
              {feed.followedAs !== null && <span className="meta"> · {t('sources.chosen')}</span>}
              <p className="meta trial-url">{feed.url}</p>
              {feed.entries.slice(0, 3).map((entry, index) => (
                <p key={index} className="meta">
                  {entry.title}
                  {entry.published !== null && ` · ${format.relative(entry.published)}`}
                </p>
              ))}
            </Radio>
          ))}
        </Radio.Group>
      )}
    </>
  );
}
