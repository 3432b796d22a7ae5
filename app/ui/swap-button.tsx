import type { ComponentProps } from 'react';
import styles from './swap-button.module.css';

interface Props extends Omit<ComponentProps<'button'>, 'children'> {
  changed: boolean;
  from: string;
  to: string;
}

/** A button whose label changes to another, in the room of the longer one, so that nothing moves. */
export function SwapButton({ changed, from, to, ...rest }: Props) {
  return (
    <button type="button" className={styles.swap} data-other={changed ? from : to} {...rest}>
      {changed ? to : from}
    </button>
  );
}
