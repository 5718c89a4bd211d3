import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EmptyState } from '../../states/EmptyState.js';

export default function NotFoundPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <EmptyState title={t('states.pageMissing')}>
      <Button type="primary" onClick={() => void navigate('/')}>
        {t('states.backToOverview')}
      </Button>
    </EmptyState>
  );
}
