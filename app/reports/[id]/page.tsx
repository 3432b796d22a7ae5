import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isEngineDown } from '#lib/archive/client.ts';
import { MOST_FINDINGS, readWholeReport } from '../../archive.ts';
import { count } from '../../format.ts';
import { EngineDown } from '../../ui/engine-down.tsx';
import { FindingText } from './finding-text.tsx';
import { References } from './references.tsx';
import styles from './report.module.css';
import { ReportHead } from './report-head.tsx';
import { sections } from './sections.ts';
import { Subjects } from './subjects.tsx';

const read = cache(readWholeReport);

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const whole = await read((await params).id).catch(() => null);
  return whole ? { title: whole.report.title, description: whole.report.summary } : {};
}

export default async function ReportPage({ params }: Params) {
  const { id } = await params;
  const whole = await read(id).catch((error: unknown) => {
    if (isEngineDown(error)) return 'down' as const;
    throw error;
  });
  if (whole === 'down') return <EngineDown />;
  if (!whole) notFound();
  const { report, findings } = whole;
  const key = findings.filter(({ kind }) => kind === 'key');
  const passages = findings.filter(({ kind }) => kind === 'passage');
  return (
    <main id="main" className={styles.main}>
      <article className={styles.report} lang={report.lang}>
        <ReportHead report={report} />
        {key.length > 0 && (
          <section aria-labelledby="key-findings" className={styles.key}>
            <h2 id="key-findings" className={styles.sectionTitle} lang="en">
              Key findings
            </h2>
            <ol className={styles.list}>
              {key.map((finding) => (
                <FindingText key={finding.id} finding={finding} as="li" />
              ))}
            </ol>
          </section>
        )}
        {sections(passages).map(({ title, passages: paragraphs }) => (
          <section key={paragraphs[0]?.id} className={styles.body}>
            {title && <h2 className={styles.sectionTitle}>{title}</h2>}
            {paragraphs.map((finding) => (
              <FindingText key={finding.id} finding={finding} as="div" />
            ))}
          </section>
        ))}
        <References references={report.references} />
        {report.findings > MOST_FINDINGS && (
          <p lang="en">
            The first {count(MOST_FINDINGS)} of {count(report.findings)} findings are shown. All can be searched.
          </p>
        )}
      </article>
      <Subjects report={report} />
    </main>
  );
}
