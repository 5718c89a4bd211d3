import type { Selection } from '@timbre/charts';
import { Dropdown } from 'antd';
import type { MenuPoint } from './on-point-menu.js';

/** What can be done with the bucket under the pointer. */
export interface PointAction {
  key: string;
  label: string;
  run: (selection: Selection) => void;
}

interface Props {
  point: MenuPoint;
  actions: readonly PointAction[];
  onClose: () => void;
}

/** The menu of a right click, opened where the click was. */
export function PointMenu({ point, actions, onClose }: Props) {
  return (
    <Dropdown
      open
      trigger={['click']}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      menu={{
        autoFocus: true,
        items: actions.map(({ key, label, run }) => ({
          key,
          label,
          onClick: () => {
            onClose();
            run(point.selection);
          },
        })),
      }}
    >
      <span className="chart-point" style={{ left: point.x, top: point.y }} />
    </Dropdown>
  );
}
