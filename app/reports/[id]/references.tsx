import styles from './report.module.css';

/** What the report's endnotes and lists of sources name, as written there. */
export function References({ references }: { references: string[] }) {
  if (references.length === 0) return null;
  return (
    <details className={styles.references} lang="en">
      <summary>Sources it names ({references.length})</summary>
      <ol>
        {references.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text may stand twice, and the list never changes
          <li key={at}>{text}</li>
        ))}
      </ol>
    </details>
  );
}
