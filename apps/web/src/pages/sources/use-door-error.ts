import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/api-error.js';

const known = {
  'door.not_json': 'notJson',
  'door.no_items': 'noItems',
  'door.bad_path': 'badPath',
  'door.status': 'status',
  'not-a-feed': 'notAFeed',
  'egress.dns': 'unreachable',
  'egress.connection': 'unreachable',
  'egress.timeout': 'timeout',
  'egress.address_forbidden': 'forbidden',
  'egress.port_forbidden': 'forbidden',
} as const;

/** Says in the reader's language why a source could not be tried; the server's own sentence follows it. */
export function useDoorError(): (error: Error) => string {
  const { t } = useTranslation();
  return (error) => {
    const code = error instanceof ApiError ? error.code : '';
    return t(`doors.error.${code in known ? known[code as keyof typeof known] : 'other'}`);
  };
}
