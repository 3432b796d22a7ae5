'use client';
import { useState } from 'react';
import { announce } from './announcer.tsx';
import styles from './copy-button.module.css';
import { copyText } from './copy-text.ts';
import { SwapButton } from './swap-button.tsx';

const TOLD_MS = 2000;

interface Props {
  /** Made when it is asked for. */
  text: () => string;
  /** What was copied, for those who are told by voice: "Citation copied". */
  told: string;
  label: string;
  /** The label with what it leaves to be seen, for those who do not see it. */
  name?: string;
}

/** Copies a text. Where the browser will not have it, the text appears to be copied by hand. */
export function CopyButton({ text, told, label, name }: Props) {
  const [copied, setCopied] = useState(false);
  const [refused, setRefused] = useState('');
  const copy = async () => {
    const copy = text();
    const isCopied = await copyText(copy);
    setRefused(isCopied ? '' : copy);
    if (!isCopied) return;
    setCopied(true);
    announce(told);
    window.setTimeout(() => {
      setCopied(false);
      announce('');
    }, TOLD_MS);
  };
  return (
    <>
      <SwapButton changed={copied} from={label} to="Copied" onClick={copy} aria-label={copied ? undefined : name} />
      {refused && (
        <label className={styles.byHand}>
          The browser did not let this be copied; here it is to be copied by hand.
          <textarea readOnly rows={4} value={refused} ref={selectAll} />
        </label>
      )}
    </>
  );
}

function selectAll(field: HTMLTextAreaElement | null): void {
  field?.select();
}
