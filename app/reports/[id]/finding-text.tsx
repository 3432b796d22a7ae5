import type { FindingDocument } from '#lib/archive/documents.ts';
import { findingAnchor } from '#lib/report/ids.ts';
import styles from './report.module.css';

/** A finding with its anchor, and the link that names it. */
export function FindingText({ finding, as: Element }: { finding: FindingDocument; as: 'li' | 'div' }) {
  const anchor = findingAnchor(finding.id);
  return (
    <Element id={anchor} className={styles.finding}>
      <p>{finding.text}</p>
      <a
        href={`#${anchor}`}
        className={styles.permalink}
        aria-label={`Permanent link to finding ${finding.ordinal + 1}`}
      >
        ¶
      </a>
    </Element>
  );
}
